// Words that a note brings along, and how a draft goes on from them: one rule a test, asked of the phrases themselves.
import { describe, expect, it } from 'vitest';
import { organizationInFull } from '../../../shared/directory/organizations.ts';
import { chinese } from '../../../shared/update/chinese/phrases.ts';
import { compose } from '../../../shared/update/compose.ts';
import { english } from '../../../shared/update/english/phrases.ts';
import { USUAL_STYLE } from '../../../shared/update/house-style.ts';
import { toMarkdown } from '../../../shared/update/renderers/to-markdown.ts';
import { fileAt, workshopOf } from '../../support/workshop-from-file.ts';

const en = english(USUAL_STYLE.verbs.en, null);
const zh = chinese(USUAL_STYLE.verbs['zh-Hans'], null);
const ben = { text: 'Mr. Adu', titled: false };
const shen = { text: '沈若兰', titled: false };

describe('given a Chinese note that begins with the verb of its speaker', () => {
  it.each([
    ['希望两岸青年多交流', '沈若兰希望两岸青年多交流。'],
    ['建议，各地编制名录', '沈若兰建议，各地编制名录。'],
    ['沈若兰女士呼吁各方参与', '沈若兰呼吁各方参与。'],
    ['欢迎青年参与', '沈若兰欢迎青年参与。'],
  ])('%s: then nobody “指出，希望”', (note, sentence) => {
    expect(zh.said(shen, note, 0, ['沈若兰'])).toBe(sentence);
    expect(zh.suggested(shen, note, 0, ['沈若兰'])).toBe(sentence);
  });
  it('then a consensus and a suggestion of nobody take it too', () => {
    expect(zh.agreed('呼吁各方参与', 0)).toBe('与会代表一致呼吁各方参与。');
    expect(zh.suggested(null, '希望明年再办', 0, [])).toBe('会上有代表希望明年再办。');
  });
  it.each(['希望小学需要更多教师', '建议书已经完成', '欢迎会办得很好'])(
    '%s: when it is only a noun that begins so, then it is told as before',
    (note) => {
      expect(zh.said(shen, note, 0, [])).toBe(`沈若兰指出，${note}。`);
    },
  );
  it('when it speaks of oneself, then it stands after a colon', () => {
    expect(zh.said(shen, '希望我们再见', 0, [])).toBe('沈若兰的发言记录如下：希望我们再见。');
  });
});

describe('given an abbreviation in Latin letters only', () => {
  const of = (background: string): string => {
    const file = fileAt('tests/fixtures/reports/cross-strait-meteorology.json');
    const brief = { ...file.brief, background: [{ text: { 'zh-Hans': background } }] };
    return toMarkdown(compose({ ...workshopOf({ ...file, brief }), language: 'zh-Hans' }));
  };
  it('when nothing uses it, then the Chinese draft has the name alone', () => {
    expect(of('活动共两天')).toContain('由中国气象学会和福建省气象局主办');
    expect(of('XCMS共两天')).not.toContain('（CMS）');
  });
  it('when the notes use it, then readers are told whose it is', () => {
    expect(of('CMS每年举办一次')).toContain('由中国气象学会（CMS）和福建省气象局主办');
  });
});

describe('given an English note with a plural and “need”', () => {
  it.each([
    ['regulatory frameworks need the right balance', 'that regulatory frameworks need the right balance.'],
    ['cities require more trees', 'that cities require more trees.'],
  ])('%s: then it is woven', (note, end) => {
    expect(en.said(ben, note, 1, [])).toBe(`Mr. Adu said ${end}`);
  });
  it.each([
    'the support which cities need the most',
    'the support cities need the most',
    'needs of cities',
    'cities need',
  ])('%s: when it has no verb of its own or may have none, then it stands after a colon', (note) =>
    expect(en.said(ben, note, 1, [])).toContain('as follows: '),
  );
});

it('given a quotation that begins small, then a plain verb carries it on', () => {
  expect(en.quoted(ben, 'actions have to be taken', 0)).toBe('Mr. Adu said that “actions have to be taken.”');
  expect(en.quoted(ben, 'as old as our civilization', 1)).toBe('Mr. Adu remarked, “as old as our civilization.”');
  expect(en.quoted(ben, 'Actions have to be taken', 1)).toBe('Mr. Adu put it this way: “Actions have to be taken.”');
});

it('given three further steps, then each begins otherwise', () => {
  const begin = (tell: typeof en.nextStep, text: string, parting: string) =>
    [0, 1, 2, 3].map((nth) => tell(text, nth, []).split(parting)[0]);
  expect(begin(en.nextStep, 'the partners will meet', ',')).toEqual([
    'Looking ahead',
    'In addition',
    'Furthermore',
    'Moreover',
  ]);
  expect(begin(zh.nextStep, '各方将再聚', '，')).toEqual(['下一步', '此外', '同时', '另外']);
});

it('given a fund that is an account or an initiative, then it has its article', () => {
  const inFull = (name: string) => organizationInFull({ name: { en: name } }, 'en');
  expect(inFull('ESRC Impact Acceleration Account of the College')).toMatch(/^the ESRC/);
  expect(inFull('Blue River Initiative')).toBe('the Blue River Initiative');
  expect(inFull('Didi')).toBe('Didi');
});

it('given a title that names a 交流汇 or 大会, then no second kind follows it, and a hybrid one says how it was held', () => {
  const lead = { day: null, hosts: ['甲'], coHosts: [], convener: null, begun: true };
  const event = { title: '青年科技交流汇', series: null, ordinal: 1, mode: 'hybrid' as const };
  expect(zh.lead({ ...lead, event })).toBe('由甲主办的“青年科技交流汇”以线上线下相结合的方式举办。');
});
