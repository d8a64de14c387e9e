/** Which entries may be one and the same, and why. Owns the reasons and what speaks against them; it suggests, and merges nothing. */
import type { DirectoryEntry, DirectoryKind } from '../../shared/directory/entries.ts';
import type { DirectoryStore, KeptEntry } from '../ports/directory.ts';

export const REASONS = ['sameIdentifier', 'sameEmail', 'sameName', 'soundsAlike', 'nearName'] as const;
export type Reason = (typeof REASONS)[number];

export interface Suspicion {
  readonly a: KeptEntry;
  readonly b: KeptEntry;
  readonly reason: Reason;
}

/** By the first character of the key that two entries share. */
const reasonOf = (key: string): Reason => REASONS[Number(key.charAt(0)) - 1] ?? 'nearName';

const hanOf = (entry: DirectoryEntry): string | null =>
  entry.kind === 'person' && entry.name.han ? entry.name.han.family + entry.name.han.given : null;

/** Two Chinese names that differ in characters are two names, however alike they sound or are written in Latin. */
const speaksAgainst = (a: DirectoryEntry, b: DirectoryEntry): boolean => {
  const [one, other] = [hanOf(a), hanOf(b)];
  return one !== null && other !== null && one !== other;
};

const LOOKED_AT = 1000;

export const suspicions = async (
  store: DirectoryStore,
  kind: DirectoryKind,
  limit: number,
): Promise<readonly Suspicion[]> => {
  const pairs = await store.pairs(kind, LOOKED_AT);
  const kept = new Map(
    (await store.find([...new Set(pairs.flatMap(({ a, b }) => [a, b]))])).map((one) => [one.entry.id, one]),
  );
  return pairs
    .flatMap(({ a, b, key }): readonly Suspicion[] => {
      const [one, other] = [kept.get(a), kept.get(b)];
      if (!one || !other) return [];
      const reason = reasonOf(key);
      const isProof = reason === 'sameIdentifier' || reason === 'sameEmail';
      return !isProof && speaksAgainst(one.entry, other.entry) ? [] : [{ a: one, b: other, reason }];
    })
    .slice(0, limit);
};
