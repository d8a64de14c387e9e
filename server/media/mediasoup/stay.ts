/**
 * What one `enter` of one seat has opened on the worker: transports, producers, consumers. All of it ends together; whatever the worker
 * finishes opening after that is closed at once. Must not know who may do what (seat.ts asks that first).
 */
import type { types } from 'mediasoup';
import type { SeatId } from '../../../shared/kernel/ids.ts';
import type { ProducerNotice } from '../../../shared/protocol/media-messages.ts';
import type { Source } from '../../../shared/workshop/stage/types.ts';
import type { Studio } from './room.ts';

export type Direction = 'send' | 'receive';

/** A producer and the two reasons for which it may be quiet: it flows only when both are false. */
export interface Published {
  readonly producer: types.Producer;
  readonly source: Source;
  mutedByOwner: boolean;
  silencedByChair: boolean;
}

export interface Stay {
  readonly studio: Studio;
  readonly transports: Map<string, { readonly transport: types.WebRtcTransport; readonly direction: Direction }>;
  readonly producers: Map<string, Published>;
  readonly consumers: Map<string, types.Consumer>;
  /** Set by `attend`; notices are told only from then on. */
  rtpCapabilities: types.RtpCapabilities | null;
  closed: boolean;
}

export const openStay = (studio: Studio): Stay => ({
  studio,
  transports: new Map(),
  producers: new Map(),
  consumers: new Map(),
  rtpCapabilities: null,
  closed: false,
});

/** Closing the transports closes what runs over them; answers the ids of the producers that went. */
export const closeStay = (stay: Stay): readonly string[] => {
  if (stay.closed) return [];
  stay.closed = true;
  const gone = [...stay.producers.keys()];
  for (const { transport } of stay.transports.values()) transport.close();
  stay.transports.clear();
  stay.producers.clear();
  stay.consumers.clear();
  return gone;
};

/** True, and the thing is closed, when the stay ended while the worker was still opening it. */
export const cameTooLate = (stay: Stay, opened: { close(): void }): boolean => {
  if (stay.closed) opened.close();
  return stay.closed;
};

export const transportsTowards = (stay: Stay, direction: Direction): readonly types.WebRtcTransport[] =>
  [...stay.transports.values()].flatMap((held) => (held.direction === direction ? [held.transport] : []));

export const noticeOf = (seat: SeatId, { producer, source }: Published): ProducerNotice => ({
  producerId: producer.id,
  seat,
  source,
  ...(source === 'screen' && producer.kind === 'audio' && { sound: true }),
  paused: producer.paused,
});

/** Written on each producer when it is made, in seat.ts and nowhere else. */
export const sourceOf = (producer: types.Producer): { readonly seat: SeatId; readonly source: Source } =>
  producer.appData as { seat: SeatId; source: Source };
