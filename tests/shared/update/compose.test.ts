// The draft of the demo and of a Chinese workshop, and what holds for every draft.
import { describe, expect, it } from 'vitest';
import { compose } from '../../../shared/update/compose.ts';
import { originsOf, sourcesOf } from '../../../shared/update/origins.ts';
import { toMarkdown } from '../../../shared/update/renderers/to-markdown.ts';
import { fromState } from '../../../shared/workshop-file/from-state.ts';
import { fileAt, workshopOf } from '../../support/workshop-from-file.ts';

const DEMO = 'server/demo/first-online-workshop.json';
const CHINESE = 'tests/fixtures/workshops/zh-rain-gardens.json';

describe('the demo draft', () => {
  it('carries every fact of the case, in the order of the article', () => {
    const text = toMarkdown(compose({ ...workshopOf(fileAt(DEMO)), language: 'en' }));
    const facts = [
      'First Online Workshop on',
      'March 26, 2020',
      'City Emission Peaking (ISP-CEP)',
      'Energy Foundation China (EF China)',
      'Natural Resources Defense Council (NRDC)',
      'China National Textile and Apparel Council, Didi, Meituan-Dianping, Carbonstop, ClimateWorks Foundation',
      '11 member organizations of ISP-CEP',
      'Photo by Wang Yaling, NRDC',
      'According to the National Bureau of Statistics',
      'nearly 60%',
      'in 2017 by 11 international NGOs',
      'gave presentations on',
      'the World Resources Institute, the World Wildlife Fund, EF China and NRDC',
      'Participants discussed how NGOs',
      'Backdrop of this meeting',
      'Ms. QIAN Jingjing, Chairman of ISP-CEP and Director of China Program, NRDC,',
      'Mr. WANG Zhigao, Director of Low-carbon Cities Program, EF China,',
      'Participants agreed that now is the right time',
      'night economy',
      'It was suggested that industries',
      'Looking ahead, ISP-CEP will keep in close contact',
    ];
    const places = facts.map((fact) => text.indexOf(fact));
    expect(facts.filter((_, at) => places[at] === -1)).toEqual([]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});

describe('the Chinese draft', () => {
  it('follows the conventions of a Chinese news item', () => {
    const article = compose({ ...workshopOf(fileAt(CHINESE)), language: 'zh-Hans' });
    const text = toMarkdown(article);
    expect([...article.headline.text].length).toBeLessThanOrEqual(20);
    expect(text).toContain('3月26日（北京时间），由和源城市生态研究院（和源研究院）和清流公益基金会主办');
    expect(text).toContain('第二场“城市雨水花园建设”线上研讨会');
    expect(text).toContain('和源研究院院长、海绵联盟秘书长沈若水指出，');
    expect(text).toContain('陆小满说：“居民愿意动手，花园才活得下去。”');
  });
});

describe.each([DEMO, CHINESE])('every draft of %s', (path) => {
  it.each(['en', 'zh-Hans'] as const)(
    'in %s: sentences have sources, sources resolve, blocks are used or left out',
    (language) => {
      const material = { ...workshopOf(fileAt(path)), language };
      const article = compose(material);
      const sentences = article.parts.flatMap((part) => (part.kind === 'paragraph' ? part.sentences : []));
      expect(sentences.filter((sentence) => sentence.sources.length === 0 || sentence.text === '')).toEqual([]);
      const origins = originsOf(article, material);
      expect(sourcesOf(article).filter((source) => origins[source] === undefined)).toEqual([]);
      const cited = new Set<string>(sourcesOf({ ...article, missing: [] }));
      expect(material.board.blocks.filter((block) => !cited.has(`block:${block.id}`))).toEqual([]);
      expect(compose(material)).toEqual(article);
    },
  );

  it('export gives back the imported file', () => {
    const file = fileAt(path);
    const { note: _note, ...imported } = file;
    const { state, entries, board } = workshopOf(file);
    expect(fromState(state, entries, board)).toEqual(imported);
  });
});

describe('who has not agreed', () => {
  const withheld = (purpose: 'name' | 'quote') => {
    const material = workshopOf(fileAt(DEMO));
    const quoted = material.board.blocks.find((one) => one.kind === 'statement' && one.person !== null);
    if (quoted?.kind !== 'statement' || quoted.person === null) throw new Error('the demo has a statement');
    const answers = { [quoted.person]: { [purpose]: { given: false, version: 1, at: 1 } } };
    const state = { ...material.state, consents: { answers } } as unknown as typeof material.state;
    const family = state.roster.people[quoted.person]?.name.latin?.family ?? '';
    const article = compose({ ...material, state, language: 'en' });
    return { article, text: toMarkdown(article), quoted, family: family.toUpperCase() };
  };

  it('is not quoted, and the desk is told why', () => {
    const { article, text, quoted } = withheld('quote');
    expect(text).not.toContain(quoted.text.slice(0, 40));
    expect(article.leftOut).toContainEqual({ source: `block:${quoted.id}`, text: quoted.text, reason: 'noConsent' });
  });

  it('is not named in any sentence', () => {
    const { text, family, article } = withheld('name');
    expect(family).not.toBe('');
    expect(text).not.toContain(family);
    expect(article.leftOut.map(({ reason }) => reason)).toContain('noConsent');
  });
});
