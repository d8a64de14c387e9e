// What a language model must not slip in, by the kinds of lies; and honest wordings that are let through.
import { describe, expect, it } from 'vitest';
import { addedFacts } from '../../../shared/drafting/added-facts.ts';
import { masked, mayBeRewritten, unmasked } from '../../../shared/drafting/rewriting.ts';
import { numbersGiven } from '../../../shared/drafting/numbers-in.ts';
import type { Piece } from '../../../shared/drafting/working-copy.ts';

const en = {
  text: 'According to the National Bureau of Statistics, consumption accounted for nearly 60% of China’s economic growth in March 2019.',
  evidence: '2019年3月，消费对经济增长的贡献率近60%',
  language: 'en' as const,
  names: ['Wang Zhigao', '王志高'],
};
const zh = {
  text: '三家企业的代表介绍了推动个人低碳消费的做法，与会者没有就碳普惠达成一致。',
  evidence: 'Representatives of three firms presented their practice',
  language: 'zh-Hans' as const,
  names: ['Wang Zhigao', '王志高', '能源基金会'],
};
const kinds = (answer: string, of: typeof en | typeof zh): readonly string[] =>
  addedFacts(answer, of).map(({ kind, about }) => (about === '' ? kind : `${kind} ${about}`));

describe('English', () => {
  it.each([
    'Consumption accounted for nearly 60% of China’s economic growth in March 2019, according to the National Bureau of Statistics.',
    'In March 2019 nearly 60 percent of China’s economic growth came from consumption, the National Bureau of Statistics says.',
    'Statistics of the National Bureau show that consumption accounted for nearly 60% of growth in China in March 2019.',
  ])('lets through %j', (answer) => expect(kinds(answer, en)).toEqual([]));

  it.each([
    ['Consumption accounted for nearly 61% of China’s economic growth in March 2019.', 'number 61%'],
    ['Consumption accounted for nearly 60 million of China’s economic growth in March 2019.', 'number 60million'],
    ['Consumption accounted for nearly 60% of China’s economic growth in April 2019.', 'number 4'],
    ['Consumption accounted for two thirds of China’s economic growth in 2019.', 'number 2'],
    ['Consumption accounted for nearly 60% of China’s economic growth last year.', 'number last year'],
    ['According to the World Bank, consumption accounted for nearly 60% of China’s growth in 2019.', 'name World'],
    ['Greenpeace: consumption accounted for nearly 60% of China’s economic growth in 2019.', 'name Greenpeace'],
    ['Wang Zhigao: consumption accounted for nearly 60% of China’s economic growth in 2019.', 'name Wang Zhigao'],
    ['Consumption accounted for “a record” of nearly 60% of China’s economic growth in 2019.', 'quote “a record”'],
    ['Consumption never accounted for nearly 60% of China’s economic growth in March 2019.', 'negation'],
    ['消费贡献了2019年3月中国经济增长的近60%。', 'language'],
    ['Officials promised subsidies to families buying efficient appliances soon.', 'other'],
  ])('refuses %j for %s', (answer, reason) => expect(kinds(answer, en)).toContain(reason));

  it('refuses what grew', () => {
    expect(
      kinds(`${en.text} This is a sign of how consumption and growth in China are tied to one another.`, en),
    ).toContain('longer');
  });
});

describe('Chinese', () => {
  it.each([
    '三家企业代表介绍了推动个人低碳消费的做法，与会者没有就碳普惠达成一致。',
    '来自三家企业的代表介绍了推动个人低碳消费的做法；就碳普惠，与会者没有达成一致。',
    '3家企业的代表介绍了推动个人低碳消费的做法，与会者没有就碳普惠达成一致。',
  ])('lets through %j', (answer) => expect(kinds(answer, zh)).toEqual([]));

  it.each([
    ['四家企业的代表介绍了推动个人低碳消费的做法，与会者没有就碳普惠达成一致。', 'number 4'],
    ['三家企业的代表介绍了推动个人低碳消费的做法，百分之六十的与会者没有达成一致。', 'number 60%'],
    ['三家企业的代表昨天介绍了推动个人低碳消费的做法，与会者没有达成一致。', 'number 昨天'],
    ['三家企业的代表介绍了推动个人低碳消费的做法，与会者就碳普惠达成一致。', 'negation'],
    ['能源基金会和三家企业的代表介绍了个人低碳消费的做法，与会者没有达成一致。', 'name 能源基金会'],
    ['清华大学和三家企业的代表介绍了个人低碳消费的做法，与会者没有达成一致。', 'name 清华大学'],
    ['三家企业的代表介绍了个人低碳消费的做法，专家表示与会者没有达成一致。', 'name 专家表示'],
    ['三家企业的代表介绍了“碳普惠”的做法，与会者没有就低碳消费达成一致。', 'quote “碳普惠”'],
    ['Three firms presented what they do.', 'language'],
  ])('refuses %j for %s', (answer, reason) => expect(kinds(answer, zh)).toContain(reason));
});

describe('numbers', () => {
  it.each([
    ['1,200 people, sixty per cent, 60%', ['1200', '60', '60%']],
    ['３月２６日', ['3', 'month 3', '26']],
    ['三千零六十家，百分之四十，二〇二〇年，第三，两名，十二人', ['3060', '40%', '2020', '3', '2', '12']],
    ['一起统一推动，一个平台', []],
    ['On Monday, March 3, they may march', ['monday', 'month 3', '3']],
  ])('of %j are %j', (text, numbers) => expect(numbersGiven(text)).toEqual(numbers));
});

describe('what is sent', () => {
  it('is nobody’s words, and no text between quotation marks; an answer must bring every mark back once', () => {
    const text = 'The workshop on “Low-carbon Life” followed one on “Water”.';
    const { text: sent, kept } = masked(text);
    expect(sent).toBe('The workshop on ⟦1⟧ followed one on ⟦2⟧.');
    expect(unmasked('After one on ⟦2⟧ came the workshop on ⟦1⟧.', kept)).toBe(
      'After one on “Water” came the workshop on “Low-carbon Life”.',
    );
    for (const lost of ['Only ⟦1⟧.', '⟦1⟧ ⟦1⟧ ⟦2⟧', '⟦1⟧ ⟦2⟧ ⟦3⟧', '⟦1⟧ ⟦2⟧ ⟦'])
      expect(unmasked(lost, kept)).toBeNull();
    const piece = { voice: null, role: 'sentence', state: 'follows', text } as Piece;
    expect(mayBeRewritten(piece)).toBe(true);
    expect(mayBeRewritten({ ...piece, voice: { person: 'p1' as never, kind: 'quote' } })).toBe(false);
    expect(mayBeRewritten({ ...piece, state: 'deleted' })).toBe(false);
  });
});
