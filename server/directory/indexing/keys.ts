/**
 * Tokens with their weights, and keys of names that differ by a slip. Owns the numbers; must not know entries.
 * A key's first character says how much it tells: 1 an identifier, 2 a mail address, 3 the same name, 4 the same sound, 5 nearly the same name.
 */
import type { Token } from '../../ports/directory.ts';

export const WEIGHT = { name: 9, short: 8, text: 4 } as const;

/** Names shorter than this differ by a letter too easily. */
export const NEAR = { person: 7, anywhere: 13, organization: 11, han: 5 } as const;

/** Each word once, with its best weight. */
export const tokensOf = (all: readonly (readonly [weight: number, words: readonly string[]])[]): readonly Token[] => {
  const best = new Map<string, number>();
  for (const [weight, words] of all) {
    for (const word of words) if (word !== '') best.set(word, Math.max(weight, best.get(word) ?? 0));
  }
  return [...best].map(([token, weight]) => ({ token, weight }));
};

const HASHED = 80;

/** The name, and the name without each of its letters: two names that differ by one letter share one of them. */
export const nearKeys = (name: string, from: number, place: string): readonly string[] => {
  const letters = [...name.slice(0, HASHED)];
  if (letters.length < from) return [];
  return ['', ...letters].map((_, at) => `5:${place}:${letters.toSpliced(at - 1, at === 0 ? 0 : 1).join('')}`);
};
