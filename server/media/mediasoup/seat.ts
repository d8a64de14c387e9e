/**
 * One seat on the media plane: checks each request (this seat's ids, limits, what the facts allow), then asks the worker, and obeys the chair.
 * Must not know sockets. Nothing unchecked reaches a worker: wrong DTLS parameters have killed one elsewhere.
 */
import type { types } from 'mediasoup';
import type { SeatId } from '../../../shared/kernel/ids.ts';
import type {
  MediaMethod,
  MediaNotice,
  MediaRequests,
  ProducerNotice,
} from '../../../shared/protocol/media-messages.ts';
import type { Source } from '../../../shared/workshop/stage/types.ts';
import type { MediaAnswer, MediaSeat } from '../../ports.ts';
import { refusalFor, refuse } from './refusals.ts';
import type { RoomFloor } from './room.ts';
import { answers } from './seat-answers.ts';
import type { SeatContext } from './seat-answers.ts';
import { closeStay, noticeOf, openStay } from './stay.ts';
import type { Published, Stay } from './stay.ts';

export interface RoomSeat extends MediaSeat {
  published(): readonly ProducerNotice[];
  producer(id: string): types.Producer | null;
  hear(notice: MediaNotice): void;
  obey(order: 'pause' | 'resume' | 'withdraw', source: Source): void;
  /** The worker is gone: tell, and wait to be entered again. */
  lose(): void;
}

interface SeatOptions {
  readonly id: SeatId;
  readonly floor: RoomFloor;
  readonly notify: (notice: MediaNotice) => void;
  readonly onLeave: () => void;
}

export const createSeat = ({ id, floor, notify, onLeave }: SeatOptions): RoomSeat => {
  let stay: Stay | null = null;
  let left = false;

  const hear = (notice: MediaNotice): void => {
    if (stay?.rtpCapabilities && !stay.closed) notify(notice);
  };

  const leaveStay = (): void => {
    const gone = stay ? closeStay(stay) : [];
    stay = null;
    for (const producerId of gone) floor.tell(id, { type: 'producerClosed', producerId });
  };

  /** Brings the producer to what its two reasons say and tells the others when that changed. */
  const settle = async (published: Published): Promise<void> => {
    const { producer } = published;
    const quiet = published.mutedByOwner || published.silencedByChair;
    if (producer.closed || producer.paused === quiet) return;
    // mediasoup flips `paused` only when the worker has answered; looking again afterwards settles two changes that overlapped.
    await (quiet ? producer.pause() : producer.resume());
    floor.tell(id, { type: quiet ? 'producerPaused' : 'producerResumed', producerId: producer.id });
    await settle(published);
  };

  const unpublish = (from: Stay, published: Published): void => {
    from.producers.delete(published.producer.id);
    published.producer.close();
    floor.tell(id, { type: 'producerClosed', producerId: published.producer.id });
  };

  const enter = async (): Promise<MediaAnswer<'enter'>> => {
    leaveStay();
    const studio = await floor.studio();
    if (left) return refuse('media/notEntered');
    leaveStay();
    stay = openStay(studio);
    const { iceTransportPolicy } = floor.options;
    return {
      ok: true,
      answer: {
        routerRtpCapabilities: { ...studio.router.rtpCapabilities },
        iceServers: floor.options.iceServers(id),
        ...(iceTransportPolicy ? { iceTransportPolicy } : {}),
      },
    };
  };

  const context = (current: Stay): SeatContext => ({ id, floor, stay: current, hear, settle, unpublish });

  /** The table below is keyed by method, so that the answer's type follows; the compiler cannot see through the union by itself. */
  const dispatch = async <M extends MediaMethod>(method: M, ask: MediaRequests[M]['ask']): Promise<MediaAnswer<M>> => {
    if (left) return refuse('media/notEntered');
    if (method === 'enter') return await enter();
    if (stay === null) return refuse('media/notEntered');
    const current = stay;
    const answer = answers[method as Exclude<M, 'enter'>] as (
      context: SeatContext,
      ask: MediaRequests[M]['ask'],
    ) => Promise<MediaAnswer<M>>;
    const given = await answer(context(current), ask);
    return current.closed ? refuse('media/notEntered') : given;
  };

  return {
    async request(method, ask) {
      try {
        return await dispatch(method, ask);
      } catch (cause) {
        floor.options.logger.warn({ seat: id, method, err: cause }, 'a media request was not answered');
        return refusalFor(method, cause);
      }
    },
    leave() {
      if (left) return;
      left = true;
      leaveStay();
      onLeave();
    },
    published: () => (stay ? [...stay.producers.values()].map((one) => noticeOf(id, one)) : []),
    producer: (producerId) => stay?.producers.get(producerId)?.producer ?? null,
    hear,
    obey(order, source) {
      if (stay === null) return;
      for (const published of [...stay.producers.values()].filter((one) => one.source === source)) {
        if (order === 'withdraw') unpublish(stay, published);
        else {
          published.silencedByChair = order === 'pause';
          settle(published).catch((cause: unknown) =>
            floor.options.logger.warn({ seat: id, source, err: cause }, 'an order could not be carried out'),
          );
        }
      }
    },
    lose() {
      if (stay === null) return;
      closeStay(stay);
      stay = null;
      notify({ type: 'lost' });
    },
  };
};
