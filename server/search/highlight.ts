/** Where a query's words stand in a text, and the piece of it that shows most of them. Must not know HTML. */
import type { SearchQuery } from './query.ts';
import { tokensOf } from './tokens.ts';

export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Ranges in order, those that touch joined. */
const rangesIn = (text: string, query: SearchQuery): readonly Range[] => {
  const wanted = new Set(query.words);
  const ranges: { start: number; end: number }[] = [];
  for (const { token, start, end } of tokensOf(text)) {
    const single = query.beginnings.some((beginning) => token.startsWith(beginning));
    if (!wanted.has(token) && !single) continue;
    const until = wanted.has(token) ? end : start + 1;
    const last = ranges.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, until);
    else ranges.push({ start, end: until });
  }
  return ranges;
};

const piecesOf = (text: string, ranges: readonly Range[], from: number, until: number): readonly Piece[] => {
  const pieces: Piece[] = [];
  let at = from;
  for (const { start, end } of ranges) {
    if (end <= from || start >= until) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), isFound: false });
    pieces.push({ text: text.slice(Math.max(start, at), Math.min(end, until)), isFound: true });
    at = Math.min(end, until);
  }
  if (at < until) pieces.push({ text: text.slice(at, until), isFound: false });
  return pieces;
};

/** The whole text with what was found. */
export const highlight = (text: string, query: SearchQuery): readonly Piece[] =>
  piecesOf(text, rangesIn(text, query), 0, text.length);

/** A piece of at most about `length` units around the place where most is found; null when nothing is. */
export const excerpt = (text: string, query: SearchQuery, length: number): readonly Piece[] | null => {
  const ranges = rangesIn(text, query);
  let best: { readonly start: number; readonly found: number } | null = null;
  let until = 0;
  for (const [at, { start }] of ranges.entries()) {
    while (until < ranges.length && (ranges[until]?.end ?? 0) <= start + length * 0.7) until += 1;
    if (best === null || until - at > best.found) best = { start, found: until - at };
  }
  if (best === null) return null;
  let from = Math.max(0, Math.round(best.start - length * 0.25));
  // Not in the middle of a word, nor of a character.
  while (from > 0 && from < best.start && /[\p{L}\p{N}]/u.test(text[from - 1] ?? '') && /[a-z]/i.test(text[from] ?? ''))
    from += 1;
  if (/[\udc00-\udfff]/.test(text[from] ?? '')) from += 1;
  let last = Math.min(text.length, from + length);
  while (last > from && last < text.length && /[a-z]/i.test(text[last] ?? '') && /[a-z]/i.test(text[last - 1] ?? ''))
    last -= 1;
  if (/[\ud800-\udbff]/.test(text[last - 1] ?? '')) last -= 1;
  const pieces = piecesOf(text, ranges, from, last);
  const dots: Piece = { text: '…', isFound: false };
  return [...(from > 0 ? [dots] : []), ...pieces, ...(last < text.length ? [dots] : [])];
};
