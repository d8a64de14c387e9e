/** Where a query's words stand in a text, and the piece of it that shows most of them. Must not know HTML. */
import type { SearchQuery } from './query.ts';
import { tokensIn, tokensOf } from './tokens.ts';

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

/** The whole text with what was found. */
export const highlight = (text: string, query: SearchQuery): readonly Piece[] => {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of rangesIn(text, query)) {
    if (start > at) pieces.push({ text: text.slice(at, start), isFound: false });
    pieces.push({ text: text.slice(start, end), isFound: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isFound: false });
  return pieces;
};

/**
 * Where a piece of this length shows most different words, and of such places the one that shows most. Looking ends where all of them
 * stand together: a text that begins with what is searched need not be read to its end.
 */
const bestPlace = (text: string, query: SearchQuery, length: number): number | null => {
  const wanted = new Set(query.words);
  const all = wanted.size + query.beginnings.length;
  let near: { readonly word: string; readonly start: number }[] = [];
  let best: { readonly start: number; readonly words: number; readonly hits: number } | null = null;
  for (const { token, start } of tokensIn(text)) {
    const word = wanted.has(token) ? token : query.beginnings.find((beginning) => token.startsWith(beginning));
    if (word === undefined) continue;
    near = [...near.filter((one) => one.start > start - length * 0.7), { word, start }];
    const words = new Set(near.map((one) => one.word)).size;
    const isBetter = best === null || words > best.words || (words === best.words && near.length > best.hits);
    if (isBetter) best = { start: near[0]?.start ?? start, words, hits: near.length };
    if (words === all) break;
  }
  return best?.start ?? null;
};

/** A piece of at most about `length` units around the place where most is found; null when nothing is. */
export const excerpt = (text: string, query: SearchQuery, length: number): readonly Piece[] | null => {
  const place = bestPlace(text, query, length);
  if (place === null) return null;
  let from = Math.max(0, Math.round(place - length * 0.25));
  // Not in the middle of a word, nor of a character.
  while (from > 0 && from < place && /[\p{L}\p{N}]/u.test(text[from - 1] ?? '') && /[a-z]/i.test(text[from] ?? ''))
    from += 1;
  if (/[\udc00-\udfff]/.test(text[from] ?? '')) from += 1;
  let last = Math.min(text.length, from + length);
  while (last > from && last < text.length && /[a-z]/i.test(text[last] ?? '') && /[a-z]/i.test(text[last - 1] ?? ''))
    last -= 1;
  if (/[\ud800-\udbff]/.test(text[last - 1] ?? '')) last -= 1;
  const pieces = highlight(text.slice(from, last), query);
  const dots: Piece = { text: '…', isFound: false };
  return [...(from > 0 ? [dots] : []), ...pieces, ...(last < text.length ? [dots] : [])];
};
