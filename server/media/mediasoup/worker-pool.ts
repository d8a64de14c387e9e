/**
 * The worker processes: one per core, each with its own port, each replaced when it dies. Owns their life and which one takes the next room;
 * must not know seats.
 */
import { createWorker } from 'mediasoup';
import type { types } from 'mediasoup';
import { Fault } from '../../faults.ts';
import { watchWorker } from './heartbeat.ts';
import type { MediaPlaneOptions } from './media-plane.ts';

/** One living worker. `rooms` counts the routers on it. */
export interface WorkerHome {
  readonly worker: types.Worker;
  readonly server: types.WebRtcServer;
  rooms: number;
}

export interface WorkerPool {
  /** The living worker with the fewest rooms; waits for a replacement under way, rejects with `media/noWorker` when that fails. */
  place(): Promise<WorkerHome>;
  living(): readonly WorkerHome[];
  close(): void;
}

const FIRST_RETRY = 100;
const LONGEST_RETRY = 5000;

export const createWorkerPool = async (options: MediaPlaneOptions): Promise<WorkerPool> => {
  const { logger } = options;
  const homes: (WorkerHome | null)[] = Array.from({ length: options.workers }, () => null);
  const arriving = new Set<Promise<WorkerHome>>();
  const retries = new Set<NodeJS.Timeout>();
  let closed = false;

  const listenInfos = (slot: number): types.TransportListenInfo[] =>
    (['udp', 'tcp'] as const).map((protocol) => ({
      protocol,
      ip: options.listenIp,
      ...(options.announcedAddress ? { announcedAddress: options.announcedAddress } : {}),
      ...(options.portBase > 0 ? { port: options.portBase + slot } : {}),
    }));

  const bringUp = async (slot: number): Promise<WorkerHome> => {
    const worker = await createWorker({
      logLevel: 'warn',
      ...(options.workerBin ? { workerBin: options.workerBin } : {}),
    });
    try {
      const server = await worker.createWebRtcServer({ listenInfos: listenInfos(slot) });
      if (closed) throw new Error('the media plane was closed meanwhile');
      const home: WorkerHome = { worker, server, rooms: 0 };
      homes[slot] = home;
      worker.once('died', (cause) => {
        logger.error({ pid: worker.pid, slot, err: cause }, 'a media worker died');
        homes[slot] = null;
        replace(slot, FIRST_RETRY);
      });
      watchWorker(
        worker,
        () => logger.error({ pid: worker.pid, slot }, 'a media worker does not answer and is ended'),
        options.heartbeat,
      );
      return home;
    } catch (cause) {
      worker.close();
      throw new Fault('media/noWorker', 'A media worker could not open its port.', { cause });
    }
  };

  const spawn = (slot: number): Promise<WorkerHome> => {
    const coming = bringUp(slot);
    arriving.add(coming);
    const settled = (): void => {
      arriving.delete(coming);
    };
    coming.then(settled, settled);
    return coming;
  };

  const replace = (slot: number, delay: number): void => {
    if (closed) return;
    spawn(slot).then(
      (home) => logger.info({ pid: home.worker.pid, slot }, 'a media worker was replaced'),
      (cause: unknown) => {
        if (closed) return;
        logger.error({ slot, err: cause }, 'a media worker could not be replaced; trying again');
        const timer = setTimeout(() => {
          retries.delete(timer);
          replace(slot, Math.min(delay * 2, LONGEST_RETRY));
        }, delay);
        timer.unref();
        retries.add(timer);
      },
    );
  };

  const living = (): readonly WorkerHome[] => homes.filter((home) => home !== null);

  const close = (): void => {
    closed = true;
    for (const timer of retries) clearTimeout(timer);
    for (const home of living()) home.worker.close();
    homes.fill(null);
  };

  const starts = await Promise.allSettled(homes.map((_, slot) => spawn(slot)));
  const failed = starts.find((start) => start.status === 'rejected');
  if (failed) {
    close();
    throw failed.reason instanceof Fault
      ? failed.reason
      : new Fault('media/noWorker', 'No media worker could be started.', { cause: failed.reason });
  }

  return {
    async place() {
      const [first, ...others] = living();
      if (first) return others.reduce((least, home) => (home.rooms < least.rooms ? home : least), first);
      try {
        return await Promise.any(arriving);
      } catch (cause) {
        throw new Fault('media/noWorker', 'No media worker is alive just now.', { cause });
      }
    },
    living,
    close,
  };
};
