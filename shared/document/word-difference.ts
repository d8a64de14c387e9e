/** What became of a text, in words: what stayed, what went, what came. Owns the comparison; Chinese is compared by the letter. Pure. */
export interface Stretch {
  readonly kind: 'same' | 'out' | 'in';
  readonly text: string;
}

const TOKENS = /\p{Script=Han}|[\p{L}\p{M}\p{N}]+(?:[’'.,-][\p{L}\p{M}\p{N}]+)*|\s+|[\s\S]/gu;

/** Beyond this two texts are told as one gone and one come: a comparison of everything with everything would take too long. */
const MOST_PAIRS = 4_000_000;

const joined = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const whole: Stretch[] = [];
  for (const { kind, text } of stretches) {
    if (text === '') continue;
    const last = whole.at(-1);
    if (last?.kind === kind) whole[whole.length - 1] = { kind, text: last.text + text };
    else whole.push({ kind, text });
  }
  return whole;
};

/** A space or a single letter that happens to be in both makes two changes of one, which nobody can read. */
const legible = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const changes: Stretch[] = [];
  let [out, into] = ['', ''];
  const flush = (): void => {
    changes.push({ kind: 'out', text: out }, { kind: 'in', text: into });
    [out, into] = ['', ''];
  };
  stretches.forEach((one, at) => {
    const isSlight =
      one.kind === 'same' &&
      /^(?:\s+|\p{Script=Han}|[^\p{L}\p{N}]{1,2})$/u.test(one.text) &&
      at > 0 &&
      at < stretches.length - 1 &&
      out !== '' &&
      into !== '';
    if (one.kind === 'out') out += one.text;
    else if (one.kind === 'in') into += one.text;
    else if (isSlight) {
      out += one.text;
      into += one.text;
    } else {
      flush();
      changes.push(one);
    }
  });
  flush();
  return joined(changes);
};

/** The longest common run of tokens, by the usual table. */
const compared = (before: readonly string[], after: readonly string[]): readonly Stretch[] => {
  const wide = after.length + 1;
  const table = new Uint16Array((before.length + 1) * wide);
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      table[i * wide + j] =
        before[i] === after[j]
          ? (table[(i + 1) * wide + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * wide + j] ?? 0, table[i * wide + j + 1] ?? 0);
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old = '', fresh = ''] = [before[i], after[j]];
    if (i < before.length && j < after.length && old === fresh) {
      found.push({ kind: 'same', text: old });
      i += 1;
      j += 1;
    } else if (
      j >= after.length ||
      (i < before.length && (table[(i + 1) * wide + j] ?? 0) >= (table[i * wide + j + 1] ?? 0))
    ) {
      found.push({ kind: 'out', text: old });
      i += 1;
    } else {
      found.push({ kind: 'in', text: fresh });
      j += 1;
    }
  }
  return found;
};

/** The `same` and `out` stretches give the text before, the `same` and `in` ones the text after. */
export const wordDifference = (before: string, after: string): readonly Stretch[] => {
  const [from, to] = [before.match(TOKENS) ?? [], after.match(TOKENS) ?? []];
  let [start, end] = [0, 0];
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1;
  while (end < from.length - start && end < to.length - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  const [old, fresh] = [from.slice(start, from.length - end), to.slice(start, to.length - end)];
  const middle =
    old.length * fresh.length > MOST_PAIRS
      ? [{ kind: 'out', text: old.join('') } as const, { kind: 'in', text: fresh.join('') } as const]
      : compared(old, fresh);
  return legible(
    joined([
      { kind: 'same', text: from.slice(0, start).join('') },
      ...middle,
      { kind: 'same', text: from.slice(from.length - end).join('') },
    ]),
  );
};
