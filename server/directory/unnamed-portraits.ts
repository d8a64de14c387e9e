/**
 * Portraits that nobody's entry has any more. Owns that they go, and that one which somebody else's entry names, or which taking back a removal
 * would need, stays. Must not know when, or how long things are kept.
 */
import type { FileId, Instant } from '../../shared/kernel/ids.ts';
import type { DirectoryStore, Portraits } from '../ports/directory.ts';

export interface UnnamedPortraits {
  /** These, where nothing names them. Answers how many went. */
  drop(portraits: readonly FileId[]): Promise<number>;
  /** All that were written before this instant: also those that were sent and never used. */
  dropBefore(at: Instant): Promise<number>;
}

export const createUnnamedPortraits = (
  store: Pick<DirectoryStore, 'unnamed'>,
  portraits: Pick<Portraits, 'drop' | 'keptBefore'>,
): UnnamedPortraits => {
  const drop = async (candidates: readonly FileId[]): Promise<number> => {
    const gone = await store.unnamed(candidates);
    for (const portrait of gone) await portraits.drop(portrait);
    return gone.length;
  };
  return { drop, dropBefore: async (at) => drop(await portraits.keptBefore(at)) };
};
