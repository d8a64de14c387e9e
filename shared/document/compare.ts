/** Two documents line by line: which lines stayed, went, came, and which were changed and how. Owns the pairing; words are word-difference.ts. */
import type { Block, Document, ListItem, Span } from './document.ts';
import { wordDifference, type Stretch } from './word-difference.ts';

export interface Line {
  readonly form: 'heading' | 'paragraph' | 'item' | 'row' | 'quote';
  readonly text: string;
}

export interface LineDifference {
  readonly kind: 'same' | 'out' | 'in' | 'changed';
  readonly form: Line['form'];
  readonly stretches: readonly Stretch[];
}

const textOf = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('');

const itemLines = ({ spans, below }: ListItem): readonly Line[] => [
  { form: 'item', text: textOf(spans) },
  ...(below ? below.items.flatMap(itemLines) : []),
];

const blockLines = (block: Block): readonly Line[] => {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'quote':
      return [{ form: block.kind, text: textOf(block.spans) }];
    case 'list':
      return block.items.flatMap(itemLines);
    case 'table':
      return [...(block.head ? [block.head] : []), ...block.rows].map((row): Line => ({
        form: 'row',
        text: row.map(textOf).join(' · '),
      }));
    case 'photo':
      return [{ form: 'paragraph', text: [block.caption, block.credit].filter((one) => one !== null).join(' — ') }];
    case 'rule':
      return [];
  }
};

const linesOf = ({ title, byline, blocks }: Document): readonly Line[] =>
  [
    { form: 'heading', text: title } as const,
    { form: 'paragraph', text: byline ?? '' } as const,
    ...blocks.flatMap(blockLines),
  ].filter(({ text }) => text !== '');

const isSame = (a: Line | undefined, b: Line | undefined): boolean => a?.form === b?.form && a?.text === b?.text;

/** At least about half of the longer one is in both. */
const isKindred = (stretches: readonly Stretch[]): boolean => {
  const length = (kind: Stretch['kind']): number =>
    stretches.filter((one) => one.kind === kind).reduce((sum, { text }) => sum + text.trim().length, 0);
  return length('same') >= Math.max(length('out'), length('in'));
};

const one = (kind: 'same' | 'out' | 'in', { form, text }: Line): LineDifference => ({
  kind,
  form,
  stretches: [{ kind, text }],
});

/** What went and came between two lines that stayed: kindred ones are one line that was changed. */
const paired = (gone: readonly Line[], come: readonly Line[]): readonly LineDifference[] => {
  const found: LineDifference[] = [];
  let next = 0;
  for (const old of gone) {
    const kin = come.findIndex(
      (fresh, at) => at >= next && fresh.form === old.form && isKindred(wordDifference(old.text, fresh.text)),
    );
    if (kin < 0) {
      found.push(one('out', old));
      continue;
    }
    found.push(...come.slice(next, kin).map((line) => one('in', line)));
    found.push({ kind: 'changed', form: old.form, stretches: wordDifference(old.text, come[kin]?.text ?? '') });
    next = kin + 1;
  }
  return [...found, ...come.slice(next).map((line) => one('in', line))];
};

export const compareDocuments = (before: Document, after: Document): readonly LineDifference[] => {
  const [from, to] = [linesOf(before), linesOf(after)];
  const wide = to.length + 1;
  const table = new Uint16Array((from.length + 1) * wide);
  for (let i = from.length - 1; i >= 0; i -= 1)
    for (let j = to.length - 1; j >= 0; j -= 1)
      table[i * wide + j] = isSame(from[i], to[j])
        ? (table[(i + 1) * wide + j + 1] ?? 0) + 1
        : Math.max(table[(i + 1) * wide + j] ?? 0, table[i * wide + j + 1] ?? 0);
  const found: LineDifference[] = [];
  let [gone, come]: [Line[], Line[]] = [[], []];
  let [i, j] = [0, 0];
  const flush = (): void => {
    found.push(...paired(gone, come));
    [gone, come] = [[], []];
  };
  while (i < from.length || j < to.length) {
    const [old, fresh] = [from[i], to[j]];
    if (old && fresh && isSame(old, fresh)) {
      flush();
      found.push(one('same', old));
      i += 1;
      j += 1;
    } else if (old && (!fresh || (table[(i + 1) * wide + j] ?? 0) >= (table[i * wide + j + 1] ?? 0))) {
      gone.push(old);
      i += 1;
    } else if (fresh) {
      come.push(fresh);
      j += 1;
    }
  }
  flush();
  return found;
};
