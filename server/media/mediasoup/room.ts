/**
 * One workshop's media: a router on some worker, the seats in it, who is heard. Moves to another worker when its own dies.
 * Must not know what a seat may ask (seat.ts).
 */
import type { types } from 'mediasoup';
import type { SeatId, WorkshopId } from '../../../shared/kernel/ids.ts';
import type { MediaNotice, ProducerNotice } from '../../../shared/protocol/media-messages.ts';
import type { MediaRoom, MediaRules } from '../../ports.ts';
import type { MediaPlaneOptions } from './media-plane.ts';
import { routerCodecs } from './router-codecs.ts';
import { createSeat } from './seat.ts';
import type { RoomSeat } from './seat.ts';
import { sourceOf } from './stay.ts';
import type { WorkerPool } from './worker-pool.ts';

/** Where the room is now; gone with its worker. */
export interface Studio {
  readonly router: types.Router;
  readonly server: types.WebRtcServer;
  readonly levels: types.AudioLevelObserver;
}

/** What a seat may ask of its room. */
export interface RoomFloor {
  readonly rules: MediaRules;
  readonly options: MediaPlaneOptions;
  /** The router, opened at the first call and after each death; rejects when no worker is alive or the room is closed. */
  studio(): Promise<Studio>;
  /** Producers of all seats but this one. */
  published(except: SeatId): readonly ProducerNotice[];
  producerOf(producerId: string, except: SeatId): types.Producer | null;
  /** To every attending seat but this one. */
  tell(except: SeatId, notice: MediaNotice): void;
}

interface RoomOptions {
  readonly workshop: WorkshopId;
  readonly rules: MediaRules;
  readonly pool: WorkerPool;
  readonly options: MediaPlaneOptions;
  readonly onClose: () => void;
}

/** Quieter than this (dBov) is not speaking; how often the levels are told, in ms; how many at once. */
const SPEAKING = { threshold: -60, interval: 400, maxEntries: 6 };

export const createMediaRoom = ({ workshop, rules, pool, options, onClose }: RoomOptions): MediaRoom => {
  const seats = new Map<SeatId, RoomSeat>();
  let studio: Promise<Studio> | null = null;
  let closed = false;

  const tellAll = (notice: MediaNotice): void => {
    for (const seat of seats.values()) seat.hear(notice);
  };

  const openStudio = async (): Promise<Studio> => {
    const home = await pool.place();
    // Counted before the router exists, so that rooms opened together do not all choose the same worker.
    home.rooms += 1;
    try {
      const router = await home.worker.createRouter({ mediaCodecs: routerCodecs });
      router.observer.once('close', () => {
        home.rooms -= 1;
      });
      const levels = await router.createAudioLevelObserver(SPEAKING);
      levels.on('volumes', (volumes) => {
        const heard = volumes.map(({ producer, volume }) => ({ seat: sourceOf(producer).seat, dBov: volume }));
        tellAll({ type: 'speaking', levels: heard });
      });
      levels.on('silence', () => tellAll({ type: 'speaking', levels: [] }));
      return { router, server: home.server, levels };
    } catch (cause) {
      if (!home.worker.closed) home.rooms -= 1;
      throw cause;
    }
  };

  const floor: RoomFloor = {
    rules,
    options,
    async studio() {
      if (closed) throw new Error('the room is closed');
      if (studio === null) {
        const opening = openStudio();
        studio = opening;
        opening.then(
          ({ router }) => {
            if (closed) return router.close();
            router.once('workerclose', () => {
              if (studio === opening) studio = null;
              if (closed) return;
              options.logger.warn({ workshop, seats: seats.size }, 'a room lost its worker and will move');
              for (const seat of seats.values()) seat.lose();
            });
          },
          () => {
            if (studio === opening) studio = null;
          },
        );
      }
      return studio;
    },
    published: (except) => [...seats].flatMap(([seat, held]) => (seat === except ? [] : held.published())),
    producerOf(producerId, except) {
      for (const [seat, held] of seats) {
        const producer = seat === except ? null : held.producer(producerId);
        if (producer) return producer;
      }
      return null;
    },
    tell(except, notice) {
      for (const [seat, held] of seats) if (seat !== except) held.hear(notice);
    },
  };

  const close = (): void => {
    if (closed) return;
    closed = true;
    for (const seat of [...seats.values()]) seat.leave();
    studio?.then(
      ({ router }) => router.close(),
      () => undefined,
    );
    onClose();
  };

  return {
    seat(id, notify) {
      seats.get(id)?.leave();
      const seat = createSeat({ id, floor, notify, onLeave: () => seats.get(id) === seat && seats.delete(id) });
      if (!closed) seats.set(id, seat);
      return seat;
    },
    obey(orders) {
      for (const order of orders) {
        if (order.kind === 'closeRoom') close();
        else if (order.kind === 'unseat') seats.get(order.seat)?.leave();
        else seats.get(order.seat)?.obey(order.kind, order.source);
      }
    },
    close,
  };
};
