/**
 * Media signalling on one socket of one seat: checks each request by schema, asks the media plane, carries its notices back, and leaves with
 * the connection. Who asks is the seat that the ticket named. Must not know mediasoup nor the facts (`mayAttend` says what they say).
 */
import type { SeatId } from '../../shared/kernel/ids.ts';
import type { MediaMethod, MediaNotice, MediaReply, MediaRequests } from '../../shared/protocol/media-messages.ts';
import { mediaRequest } from '../../shared/protocol/media-schemas.ts';
import type { ProtocolError } from '../../shared/protocol/workshop-messages.ts';
import { Fault } from '../faults.ts';
import type { MediaRoom, MediaSeat } from '../ports.ts';
import { createAllowance } from './allowance.ts';

/** What this file needs of a Socket.IO socket. */
export interface MediaSocket {
  readonly connected: boolean;
  on(event: 'media:request', heard: (message: unknown, reply: unknown) => void): unknown;
  on(event: 'disconnect', heard: () => void): unknown;
  emit(event: 'media:notice', notice: MediaNotice): unknown;
}

export interface MediaGatewayOptions {
  readonly socket: MediaSocket;
  readonly seat: SeatId;
  /** Asked at each request: at the table, allowed to watch, workshop not ended. Those who wait in the lobby must not learn who publishes. */
  readonly mayAttend: () => boolean;
  /** The workshop's media; rejects with a Fault when there is none to be had. */
  readonly openRoom: () => Promise<MediaRoom>;
  readonly countMalformed: () => void;
  /** A request was refused, by which word. */
  readonly refused?: (method: string, code: string) => void;
  readonly log: { error(fields: object, message: string): void };
}

/** A newcomer to a full room asks for hundreds of consumers at once; in the long run a seat needs few requests. */
const REQUESTS_PER_SECOND = 60;
const REQUEST_BURST = 800;

type Reply = (reply: MediaReply<MediaMethod>) => void;

const refusal = (error: ProtocolError): MediaReply<MediaMethod> => ({ ok: false, error });

export const serveMedia = (options: MediaGatewayOptions): void => {
  const { socket, seat, log } = options;
  const allowance = createAllowance(REQUESTS_PER_SECOND, REQUEST_BURST, () => performance.now());
  let place: MediaSeat | null = null;

  const notify = (notice: MediaNotice): void => {
    if (options.mayAttend()) socket.emit('media:notice', notice);
  };

  const enter = async (): Promise<MediaReply<'enter'>> => {
    const room = await options.openRoom();
    // The connection or the right may have gone while the room was opening.
    if (!socket.connected || !options.mayAttend()) return { ok: false, error: { code: 'protocol/notSeated' } };
    place = room.seat(seat, notify);
    return place.request('enter', {});
  };

  const ask = async <M extends MediaMethod>(method: M, message: MediaRequests[M]['ask']): Promise<MediaReply<M>> => {
    if (method === 'enter') return await enter();
    if (!place) return { ok: false, error: { code: 'media/notEntered' } };
    return place.request(method, message);
  };

  socket.on('media:request', (message, reply) => {
    const parsed = mediaRequest.safeParse(message);
    if (!parsed.success || typeof reply !== 'function') {
      options.countMalformed();
      const detail = parsed.success
        ? 'acknowledgement'
        : parsed.error.issues[0]?.path.map(String).join('.').slice(0, 120);
      if (typeof reply === 'function') (reply as Reply)(refusal({ code: 'protocol/malformed', detail: detail ?? '' }));
      return;
    }
    const answer: Reply = (given) => {
      if (!given.ok) options.refused?.(parsed.data.method, given.error.code);
      (reply as Reply)(given);
    };
    if (!allowance.take()) return answer(refusal({ code: 'protocol/tooFast' }));
    if (!options.mayAttend()) return answer(refusal({ code: 'protocol/notSeated' }));
    const { method, ...rest } = parsed.data;
    ask(method, rest).then(answer, (fault: unknown) => {
      log.error({ fault, seat, method }, 'a media request failed');
      answer(refusal({ code: fault instanceof Fault ? 'protocol/unavailable' : 'protocol/fault' }));
    });
  });

  socket.on('disconnect', () => place?.leave());
};
