/**
 * Imports that are under way: each is read, waits to be looked at, is taken when somebody says so, and is forgotten after an hour. Owns their
 * states; who may ask is asked before. They live in memory: after a restart an archive is sent again, which changes nothing that was taken.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { instant, type Instant } from '../../../shared/kernel/ids.ts';
import type { Clock, Mint } from '../../ports.ts';
import { BadBundle, type Bundle } from './bundle.ts';
import type { Importer, ImportedUpdate, ImportWish } from './importer.ts';
import { planImport, type ImportPlan } from './plan.ts';
import { openZip } from './zip-bundle.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface UnderWay {
  readonly id: string;
  readonly wish: ImportWish;
  readonly phase: 'reading' | 'ready' | 'taking' | 'done' | 'failed';
  readonly progress: Progress;
  readonly plan: ImportPlan | null;
  readonly taken: readonly ImportedUpdate[];
  /** Why it failed, and about which file. */
  readonly fault: { readonly code: string; readonly about: string | null } | null;
}

export interface Imports {
  /** A new one, and where its archive is to be written. */
  place(): Promise<{ readonly id: string; readonly path: string }>;
  begin(id: string, wish: ImportWish): UnderWay;
  find(id: string): UnderWay | null;
  /** False: it is not ready. */
  take(id: string, publish: boolean): boolean;
  drop(id: string): Promise<void>;
  close(): Promise<void>;
}

const FORGOTTEN_AFTER_MS = 3_600_000;

/** Reads, and takes when `take`: for who waits for the end. */
export const importWhole = async (
  importer: Importer,
  bundle: Bundle,
  wish: ImportWish & { readonly now: Instant; readonly take: boolean },
  progress: (phase: 'reading' | 'taking', of: Progress) => void,
): Promise<{ readonly plan: ImportPlan; readonly taken: readonly ImportedUpdate[] }> => {
  const plan = await planImport(bundle, wish, (done, total) => progress('reading', { done, total }));
  const taken: ImportedUpdate[] = [];
  for (const update of wish.take ? plan.updates : []) {
    taken.push(await importer.take(bundle, update, wish));
    progress('taking', { done: taken.length, total: plan.updates.length });
  }
  return { plan, taken };
};

export const createImports = (ports: {
  readonly folder: string;
  readonly importer: Importer;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly onFault: (fault: unknown) => void;
}): Imports => {
  const { folder, importer, clock, mint, onFault } = ports;
  const known = new Map<string, UnderWay>();
  const bundles = new Map<string, Bundle>();
  const running = new Set<Promise<void>>();
  const alarms = new Map<string, () => void>();
  const pathOf = (id: string): string => join(folder, `${id}.zip`);

  const change = (id: string, more: Partial<UnderWay>): void => {
    const one = known.get(id);
    if (one) known.set(id, { ...one, ...more });
  };
  const letGo = async (id: string): Promise<void> => {
    const bundle = bundles.get(id);
    bundles.delete(id);
    await bundle?.close();
    await rm(pathOf(id), { force: true });
  };
  const run = (id: string, work: () => Promise<void>): void => {
    const going = work()
      .catch(async (cause: unknown) => {
        if (!(cause instanceof BadBundle)) onFault(cause);
        const fault =
          cause instanceof BadBundle ? { code: cause.code, about: cause.file } : { code: 'import/failed', about: null };
        change(id, { phase: 'failed', fault });
        await letGo(id);
      })
      .finally(() => running.delete(going));
    running.add(going);
  };

  return {
    async place() {
      const id = mint.id();
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return { id, path: pathOf(id) };
    },
    begin(id, wish) {
      const one: UnderWay = {
        id,
        wish,
        phase: 'reading',
        progress: { done: 0, total: 0 },
        plan: null,
        taken: [],
        fault: null,
      };
      known.set(id, one);
      run(id, async () => {
        const bundle = await openZip(pathOf(id));
        bundles.set(id, bundle);
        const reading = { timeZone: wish.timeZone, now: clock.now() };
        const plan = await planImport(bundle, reading, (done, total) => change(id, { progress: { done, total } }));
        change(id, { phase: 'ready', plan });
      });
      const forget = (): void => {
        if (known.get(id)?.phase === 'taking') return;
        known.delete(id);
        alarms.delete(id);
        void letGo(id).catch(onFault);
      };
      alarms.set(id, clock.alarm(instant(clock.now() + FORGOTTEN_AFTER_MS), forget));
      return one;
    },
    find: (id) => known.get(id) ?? null,
    take(id, publish) {
      const [one, bundle] = [known.get(id), bundles.get(id)];
      if (one?.phase !== 'ready' || !one.plan || !bundle) return false;
      const { updates } = one.plan;
      change(id, { phase: 'taking', progress: { done: 0, total: updates.length } });
      run(id, async () => {
        const taken: ImportedUpdate[] = [];
        for (const update of updates) {
          taken.push(await importer.take(bundle, update, { ...one.wish, publish }));
          change(id, { progress: { done: taken.length, total: updates.length }, taken: [...taken] });
        }
        change(id, { phase: 'done' });
        await letGo(id);
      });
      return true;
    },
    async drop(id) {
      if (known.get(id)?.phase === 'taking') return;
      known.delete(id);
      alarms.get(id)?.();
      alarms.delete(id);
      await letGo(id);
    },
    async close() {
      for (const cancel of alarms.values()) cancel();
      await Promise.all(running);
      await Promise.all([...bundles.keys()].map(letGo));
    },
  };
};
