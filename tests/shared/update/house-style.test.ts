// A house style is a file: another one changes what is written, and no code with it.
import { describe, expect, it } from 'vitest';
import { compose } from '../../../shared/update/compose.ts';
import { readHouseStyle, SHIPPED_STYLES, USUAL_STYLE, type HouseStyle } from '../../../shared/update/house-style.ts';
import { headlineChoices } from '../../../shared/update/headline.ts';
import { toMarkdown } from '../../../shared/update/renderers/to-markdown.ts';
import { fileAt, workshopOf } from '../../support/workshop-from-file.ts';

const DEMO = workshopOf(fileAt('server/demo/first-online-workshop.json'));
const CHINESE = workshopOf(fileAt('tests/fixtures/workshops/zh-rain-gardens.json'));
const institute = SHIPPED_STYLES.find((style) => style.key === 'institute') ?? USUAL_STYLE;

describe('another house style', () => {
  it('sets English otherwise: order, headings, names, dates, verbs', () => {
    const usual = toMarkdown(compose({ ...DEMO, language: 'en' }));
    const other = toMarkdown(compose({ ...DEMO, language: 'en', style: institute }));
    expect(usual).toContain('On March 26, 2020,');
    expect(usual).toContain('Ms. QIAN Jingjing');
    expect(usual).not.toContain('## ');
    expect(other).toContain('On 26 March 2020,');
    expect(other).toContain('Ms. Qian Jingjing');
    const places = ['## What was agreed', '## Background', '## In their words', '## Next steps'].map((heading) =>
      other.indexOf(heading),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    // The same facts, told in another order.
    expect(other).toContain('Participants agreed that now is the right time');
  });

  it('sets Chinese otherwise, by its own headings and dates', () => {
    const other = toMarkdown(compose({ ...CHINESE, language: 'zh-Hans', style: institute }));
    expect(other).toContain('2026年3月26日，由');
    expect(other).toContain('## 会议共识');
    expect(other).toMatch(/陆小满表示：“/);
  });

  it.each(SHIPPED_STYLES.map((style) => [style.key, style] as const))(
    '%s: no sentence without a source, names in full where they are read first, the preferred headline leads',
    (_key, style) => {
      for (const language of ['en', 'zh-Hans'] as const) {
        const material = { ...DEMO, language, style };
        const { parts, headline } = compose(material);
        const sentences = parts.flatMap((part) => (part.kind === 'paragraph' ? part.sentences : []));
        expect(sentences.filter(({ text, sources }) => text === '' || sources.length === 0)).toEqual([]);
        expect(headlineChoices(material)[0]?.headline).toEqual(headline);
      }
    },
  );
});

describe('a style file', () => {
  const file = (change: object): unknown => ({ ...structuredClone(USUAL_STYLE), ...change });
  it('is read when it follows the schema', () => {
    expect(readHouseStyle(file({}))).toEqual({ ok: true, style: USUAL_STYLE });
  });
  it.each([
    ['a section twice', { sections: { ...USUAL_STYLE.sections, order: [...USUAL_STYLE.sections.order, 'lead'] } }],
    ['a section forgotten', { sections: { ...USUAL_STYLE.sections, order: ['lead'] } }],
    ['a word nobody knows', { colour: 'green' }],
    ['no verbs', { verbs: { ...USUAL_STYLE.verbs, en: { said: [], noted: [], quoted: [] } } }],
  ])('is refused with %s', (_what, change) => {
    expect(readHouseStyle(file(change)).ok).toBe(false);
  });
});

describe('the lead', () => {
  const leadOf = (style: HouseStyle, language: 'en' | 'zh-Hans', lead: 'hosts' | 'event' | 'outcome'): string => {
    const [part] = compose({ ...DEMO, style, language, lead }).parts;
    return part?.kind === 'paragraph' ? (part.sentences[0]?.text ?? '') : '';
  };
  it('begins with who held it, the event, or what came of it', () => {
    expect(leadOf(USUAL_STYLE, 'en', 'hosts')).toMatch(/^On March 26, 2020, the International/);
    expect(leadOf(USUAL_STYLE, 'en', 'event')).toMatch(
      /^The first online workshop on “Promoting Individual Low-carbon Consumption” was held on March 26, 2020, convened by .*and organized by/,
    );
    expect(leadOf(USUAL_STYLE, 'en', 'outcome')).toMatch(/^Participants agreed that now is the right time/);
    expect(leadOf(USUAL_STYLE, 'zh-Hans', 'event')).toMatch(
      /^首场“推动个人低碳消费”线上研讨会于3月26日（北京时间）举办。/,
    );
  });
  it('tells nothing twice', () => {
    const text = toMarkdown(compose({ ...DEMO, language: 'en', lead: 'outcome' }));
    expect(text.match(/now is the right time/g)).toHaveLength(1);
  });
});
