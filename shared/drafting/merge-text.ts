/** Two people's changes to one sentence, brought together where they do not touch. Pure; knows no drafts. */

interface Change {
  readonly from: number;
  readonly until: number;
  readonly text: string;
}

/** The one stretch that differs; it never begins or ends inside a surrogate pair. */
const changeOf = (base: string, next: string): Change => {
  const [before, after] = [[...base], [...next]];
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < before.length - from && same < after.length - from && before.at(-1 - same) === after.at(-1 - same))
    same += 1;
  return { from, until: before.length - same, text: after.slice(from, after.length - same).join('') };
};

/** Null: both changed the same place, and a person must choose. */
export const mergeText = (base: string, mine: string, theirs: string): string | null => {
  if (theirs === base || mine === theirs) return mine;
  if (mine === base) return theirs;
  const [a, b] = [changeOf(base, mine), changeOf(base, theirs)];
  const [first, second] = a.from <= b.from ? [a, b] : [b, a];
  // Touching is not apart: of two words put in at one place nobody but a person knows the order.
  if (first.until >= second.from) return null;
  const letters = [...base];
  return [
    letters.slice(0, first.from).join(''),
    first.text,
    letters.slice(first.until, second.from).join(''),
    second.text,
    letters.slice(second.until).join(''),
  ].join('');
};
