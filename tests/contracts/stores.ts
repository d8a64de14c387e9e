// The stores over each engine: a fresh one for each test, and one that is opened again on what it has written.
import { afterAll, beforeAll, describe } from 'vitest';
import { openStores, type Stores } from '../../server/storage/stores.ts';
import { id, instant, type CommandId, type WorkshopId } from '../../shared/kernel/ids.ts';
import { LOG_VERSION, type Entry, type WorkshopEvent } from '../../shared/workshop/workshop.ts';
import type { WorkshopSummary } from '../../server/ports.ts';
import { startPostgres, type TemporaryPostgres } from '../support/postgres.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

export interface Engine {
  /** Open until `reopen` or the test's end; on PostgreSQL all share one database, so tests use ids of their own. */
  open(): Promise<Stores>;
  /** Closes what is open and opens it again, as a restart would. */
  reopen(stores: Stores): Promise<Stores>;
}

/** Runs the same suite over SQLite and over a real PostgreSQL. */
export const onBothEngines = (name: string, suite: (engine: Engine) => void): void => {
  describe(`${name}, SQLite`, () => {
    const folders = new WeakMap<Stores, string>();
    const openIn = async (folder: string): Promise<Stores> => {
      const stores = await openStores({ folder });
      folders.set(stores, folder);
      return stores;
    };
    suite({
      open: () => openIn(temporaryFolder()),
      async reopen(stores) {
        await stores.close();
        return openIn(folders.get(stores) ?? '');
      },
    });
  });
  describe(`${name}, PostgreSQL`, () => {
    let postgres: TemporaryPostgres | null = null;
    beforeAll(async () => {
      postgres = await startPostgres();
    });
    afterAll(() => postgres?.remove());
    const open = (): Promise<Stores> => openStores({ folder: '', url: postgres?.url ?? '' });
    suite({
      open,
      async reopen(stores) {
        await stores.close();
        return open();
      },
    });
  });
};

let minted = 0;
export const fresh = <Id extends string>(): Id => `x${process.pid}-${++minted}` as Id;

export const summary = (workshop: WorkshopId, more: Partial<WorkshopSummary> = {}): WorkshopSummary => ({
  id: workshop,
  title: { en: 'Low-carbon cities', 'zh-Hans': '低碳城市' },
  language: 'zh-Hans',
  phase: 'scheduled',
  startsAt: instant(4_102_444_800_123),
  endedAt: null,
  createdAt: instant(1_800_000_000_001),
  origin: 'started',
  endsAt: null,
  stage: 'planned',
  archived: false,
  glance: null,
  ...more,
});

export const entry = (seq: number, events: readonly WorkshopEvent[] = [{ type: 'session/begun' }]): Entry => ({
  seq,
  at: instant(1_800_000_000_000 + seq),
  by: { kind: 'host' },
  cause: id<CommandId>(fresh()),
  v: LOG_VERSION,
  events,
});
