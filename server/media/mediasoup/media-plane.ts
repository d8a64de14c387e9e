/** The media plane over mediasoup: opens a room per workshop and counts them. Must not know sockets nor the facts (MediaRules says what holds). */
import type { IceServer } from '../../../shared/protocol/media-messages.ts';
import type { SeatId, WorkshopId } from '../../../shared/kernel/ids.ts';
import type { MediaPlane, MediaRoom } from '../../ports.ts';
import type { HeartbeatTimes } from './heartbeat.ts';
import { createMediaRoom } from './room.ts';
import { createWorkerPool } from './worker-pool.ts';

/** What this folder asks of a logger; pino fits. */
export interface MediaLogger {
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

export interface MediaPlaneOptions {
  /** How many worker processes, usually one per core. */
  readonly workers: number;
  readonly listenIp: string;
  /** What browsers are told instead of `listenIp`. */
  readonly announcedAddress?: string;
  /** The first worker's UDP and TCP port, the next has the next one; 0 lets mediasoup choose. */
  readonly portBase: number;
  readonly logger: MediaLogger;
  /** STUN and TURN servers for one seat; see turn-credentials.ts. */
  readonly iceServers: (seat: SeatId) => readonly IceServer[];
  readonly iceTransportPolicy?: 'all' | 'relay';
  /** Path of the worker's binary; without it, where mediasoup itself looks. */
  readonly workerBin?: string;
  readonly heartbeat?: HeartbeatTimes;
}

/** Resolves when every worker listens; rejects with Fault `media/noWorker`. */
export const createMediaPlane = async (options: MediaPlaneOptions): Promise<MediaPlane> => {
  const pool = await createWorkerPool(options);
  const rooms = new Map<WorkshopId, MediaRoom>();

  return {
    async open(workshop, rules) {
      rooms.get(workshop)?.close();
      const room = createMediaRoom({ workshop, rules, pool, options, onClose: () => forget() });
      const forget = (): void => {
        if (rooms.get(workshop) === room) rooms.delete(workshop);
      };
      rooms.set(workshop, room);
      return Promise.resolve(room);
    },
    health() {
      const workers = pool.living().length;
      return { workers, rooms: rooms.size, up: workers > 0 };
    },
    close() {
      for (const room of [...rooms.values()]) room.close();
      pool.close();
      return Promise.resolve();
    },
  };
};
