/** A reader's words as a query. Owns how many words count and that the last one may be unfinished only in Chinese. */
import { tokensOf } from './tokens.ts';

export interface SearchQuery {
  /** Tokens that must be there. */
  readonly words: readonly string[];
  /** Some token must begin so: a single character stands for every word it begins. */
  readonly beginnings: readonly string[];
}

const MOST_TOKENS = 24;

/** Null when there is no word in it. */
export const queryOf = (text: string): SearchQuery | null => {
  const tokens = tokensOf(text.slice(0, 400));
  const isIdeograph = (token: string): boolean => /^\p{Script=Han}$/u.test(token);
  // The last character of a longer run is in a pair already; alone it says something only when it stands alone.
  const standing = tokens.filter(
    ({ token, start }) => !isIdeograph(token) || !tokens.some((other) => other.end > start && other.start < start),
  );
  const all = [...new Set(standing.map(({ token }) => token))].slice(0, MOST_TOKENS);
  const beginnings = all.filter(isIdeograph);
  return all.length === 0 ? null : { words: all.filter((token) => !isIdeograph(token)), beginnings };
};
