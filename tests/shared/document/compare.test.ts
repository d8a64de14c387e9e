// Two documents compared: a line that stays, goes, comes or is reworded is told as that, and both documents can be read back out of it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareDocuments } from '../../../shared/document/compare.ts';
import type { Block, Document } from '../../../shared/document/document.ts';

const spans = (text: string) => [{ text }];
const document = (...blocks: readonly Block[]): Document => ({
  language: 'en',
  title: 'Minutes',
  byline: null,
  blocks,
});
const list = (...items: readonly string[]): Block => ({
  kind: 'list',
  ordered: false,
  items: items.map((text) => ({ spans: spans(text) })),
});
const told = (before: Document, after: Document): readonly string[] =>
  compareDocuments(before, after).map(
    ({ kind, form, stretches }) =>
      `${kind} ${form}: ${stretches.map((one) => (one.kind === 'same' ? one.text : one.kind === 'out' ? `[-${one.text}-]` : `[+${one.text}+]`)).join('')}`,
  );

it('tells what was reworded from what went and came', () => {
  const before = document(
    { kind: 'heading', level: 2, spans: spans('Decisions') },
    list('The platform meets twice a year.', 'Travel is paid for.'),
    { kind: 'table', head: null, rows: [[spans('Lin'), spans('40 min')]] },
  );
  const after = document(
    { kind: 'heading', level: 2, spans: spans('Decisions') },
    list('The platform meets three times a year.', '会议纪要公开。'),
    { kind: 'table', head: null, rows: [[spans('Lin'), spans('45 min')]] },
  );
  expect(told(before, after)).toEqual([
    'same heading: Minutes',
    'same heading: Decisions',
    'changed item: The platform meets [-twice-][+three times+] a year.',
    'out item: [-Travel is paid for.-]',
    'in item: [+会议纪要公开。+]',
    'changed row: Lin · [-40-][+45+] min',
  ]);
});

it('gives both documents back, whatever they are', () => {
  const lines = fc.array(fc.constantFrom('One.', 'Two and more.', 'Two and less.', '决定一', '决定二'), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(lines, lines, (one, other) => {
      const all = compareDocuments(document(list(...one)), document(list(...other)));
      const of = (kind: 'in' | 'out'): readonly string[] =>
        all
          .map(({ stretches }) =>
            stretches.map((each) => (each.kind === 'same' || each.kind === kind ? each.text : '')).join(''),
          )
          .filter((text) => text !== '');
      expect([of('out'), of('in')]).toEqual([
        ['Minutes', ...one],
        ['Minutes', ...other],
      ]);
    }),
  );
});
