// A difference in words gives both texts back, and reads as people would mark it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordDifference } from '../../../shared/document/word-difference.ts';

const marked = (before: string, after: string): string =>
  wordDifference(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'out' ? `[-${text}-]` : `[+${text}+]`))
    .join('');

it.each([
  [
    'The workshop was held in March.',
    'The workshop was held in April.',
    'The workshop was held in [-March-][+April+].',
  ],
  ['会议讨论了水价。', '会议深入讨论了水价改革。', '会议[+深入+]讨论了水价[+改革+]。'],
  ['It grew by 1,200 units.', 'It grew by 1,250 units.', 'It grew by [-1,200-][+1,250+] units.'],
  ['One two three four.', 'Uno dos three four.', '[-One two-][+Uno dos+] three four.'],
  ['', 'New.', '[+New.+]'],
  ['Same.', 'Same.', 'Same.'],
])('marks %j against %j', (before, after, expected) => {
  expect(marked(before, after)).toBe(expected);
});

it('gives both texts back, whatever they are', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '好', '水', '，', '😀', '1'), maxLength: 40 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const all = wordDifference(before, after);
      const of = (kind: 'in' | 'out'): string =>
        all.map((one) => (one.kind === 'same' || one.kind === kind ? one.text : '')).join('');
      expect([of('out'), of('in')]).toEqual([before, after]);
      if (before === after) expect(all.every((one) => one.kind === 'same')).toBe(true);
    }),
  );
});
