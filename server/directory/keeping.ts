/**
 * Keeping the directory: adding, changing, removing, merging and taking back. Owns what follows for entries that name others; must not know
 * HTTP. Nothing is merged that its asker has not seen: versions say what was seen, and a conflict writes nothing.
 */
import { organizationsNamedIn, type DirectoryEntry } from '../../shared/directory/entries.ts';
import { id, type AccountId, type DirectoryId } from '../../shared/kernel/ids.ts';
import { Fault } from '../faults.ts';
import type { Clock, Mint } from '../ports.ts';
import type { DirectoryAct, DirectoryStore, KeptEntry } from '../ports/directory.ts';
import { indexEntry } from './indexing/index-entry.ts';

export type KeepingRefusal =
  | 'directory/unknown'
  | 'directory/unknownOrganization'
  | 'directory/changedMeanwhile'
  | 'directory/stillNamed'
  | 'directory/notAlike'
  | 'directory/alreadyUndone';

export type Kept<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: KeepingRefusal };
const no = (code: KeepingRefusal) => ({ ok: false, code }) as const;

export interface Seen {
  readonly id: DirectoryId;
  readonly version: number;
}

export interface Keeping {
  put(entry: DirectoryEntry, seen: number | null, settles?: string): Promise<Kept<KeptEntry>>;
  remove(seen: Seen, by: AccountId): Promise<Kept<DirectoryAct>>;
  /** `into` becomes `merged`; `gone` goes, and who named it names `into`. */
  merge(into: Seen, gone: Seen, merged: DirectoryEntry, by: AccountId): Promise<Kept<DirectoryAct>>;
  /** What was gone is back. Entries that were changed since stay as they are; the answer says how many. */
  undo(act: string): Promise<Kept<{ readonly left: number }>>;
}

const pointing = (entry: DirectoryEntry, from: DirectoryId, to: DirectoryId): DirectoryEntry => {
  const moved = (one: DirectoryId): DirectoryId => (one === from ? to : one);
  switch (entry.kind) {
    case 'person':
      return {
        ...entry,
        positions: entry.positions.map((one) =>
          one.organization === undefined ? one : { ...one, organization: moved(one.organization) },
        ),
      };
    case 'group':
      return {
        ...entry,
        of: moved(entry.of),
        named: [...new Set(entry.named.map(moved))],
        ...(entry.periods && {
          periods: Object.fromEntries(
            Object.entries(entry.periods)
              // What is known of the one that stays goes before what was known of the one that is gone.
              .sort(([one]) => (one === from ? -1 : 1))
              .map(([one, period]) => [moved(id<DirectoryId>(one)), period]),
          ),
        }),
      };
    case 'organization':
      return entry;
  }
};

const put = (entry: DirectoryEntry, seen: number | null) => ({ indexed: indexEntry(entry), seen });

export const createKeeping = (store: DirectoryStore, clock: Clock, mint: Mint): Keeping => {
  const one = async (entry: DirectoryId): Promise<KeptEntry | undefined> => (await store.find([entry]))[0];

  const attempt = async <T>(write: () => Promise<T>): Promise<Kept<T>> => {
    try {
      return { ok: true, value: await write() };
    } catch (reason) {
      if (reason instanceof Fault && reason.code === 'store/conflict') return no('directory/changedMeanwhile');
      throw reason;
    }
  };

  const allKnown = async (entry: DirectoryEntry): Promise<boolean> => {
    const named = organizationsNamedIn(entry);
    const found = await store.find(named);
    return found.filter((kept) => kept.entry.kind === 'organization').length === named.length;
  };

  const newAct = (act: Pick<DirectoryAct, 'kind' | 'by' | 'gone' | 'into' | 'repointed'>): DirectoryAct => ({
    id: mint.id(),
    at: clock.now(),
    undoneAt: null,
    ...act,
  });

  return {
    async put(entry, seen, settles) {
      if (!(await allKnown(entry))) return no('directory/unknownOrganization');
      if (seen !== null && (await one(entry.id))?.entry.kind !== entry.kind) return no('directory/unknown');
      const at = clock.now();
      return attempt(async () => {
        await store.write({ puts: [put(entry, seen)], at, ...(settles !== undefined && { settles }) });
        return { entry, version: (seen ?? 0) + 1, changedAt: at };
      });
    },

    async remove({ id: entry, version }, by) {
      const found = await one(entry);
      if (!found) return no('directory/unknown');
      if ((await store.naming(entry)).length > 0) return no('directory/stillNamed');
      const act = newAct({ kind: 'removed', by, gone: found.entry, into: null, repointed: [] });
      return attempt(async () => {
        await store.write({ puts: [], removes: [{ id: entry, seen: version }], at: act.at, act });
        return act;
      });
    },

    async merge(into, gone, merged, by) {
      const [kept, lost] = [await one(into.id), await one(gone.id)];
      if (!kept || !lost || into.id === gone.id) return no('directory/unknown');
      if (kept.entry.kind !== lost.entry.kind || merged.kind !== kept.entry.kind) return no('directory/notAlike');
      const result = pointing({ ...merged, id: into.id }, gone.id, into.id);
      if (!(await allKnown(result))) return no('directory/unknownOrganization');
      const namers = await store.naming(gone.id);
      const act = newAct({
        kind: 'merged',
        by,
        gone: lost.entry,
        into: { before: kept.entry, versionAfter: into.version + 1 },
        repointed: namers.map(({ entry, version }) => ({ before: entry, versionAfter: version + 1 })),
      });
      return attempt(async () => {
        await store.write({
          puts: [
            put(result, into.version),
            ...namers.map(({ entry, version }) => put(pointing(entry, gone.id, into.id), version)),
          ],
          removes: [{ id: gone.id, seen: gone.version }],
          at: act.at,
          act,
        });
        return act;
      });
    },

    async undo(actId) {
      const act = await store.findAct(actId);
      if (!act) return no('directory/unknown');
      if (act.undoneAt !== null) return no('directory/alreadyUndone');
      const touched = [...(act.into ? [act.into] : []), ...act.repointed];
      const today = new Map(
        (await store.find(touched.map(({ before }) => before.id))).map((kept) => [kept.entry.id, kept]),
      );
      const back = touched.filter(({ before, versionAfter }) => today.get(before.id)?.version === versionAfter);
      const known = organizationsNamedIn(act.gone);
      if ((await store.find(known)).length !== known.length) return no('directory/unknownOrganization');
      return attempt(async () => {
        await store.write({
          puts: [put(act.gone, null), ...back.map(({ before, versionAfter }) => put(before, versionAfter))],
          at: clock.now(),
          undoes: act.id,
        });
        return { left: touched.length - back.length };
      });
    },
  };
};

export const freshId = (mint: Mint): DirectoryId => id<DirectoryId>(mint.id());
