/**
 * Requests of this session: a Connection's replies turned into answers or one of two errors. Owns what a refusal means for the session;
 * must not know transports. The casts at the end bridge opaque wire JSON and mediasoup-client's types: the server's plane made it.
 */
import type { types } from 'mediasoup-client';
import type { MediaJson, MediaMethod, MediaRequests, TransportOffer } from '../../../shared/protocol/media-messages.ts';
import type { Connection } from '../../connection/connection.ts';
import type { MediaFault } from '../media-session.ts';

/** The server said no. `lasting`: asking again will not help. */
export class MediaRefused extends Error {
  readonly fault: MediaFault;
  readonly lasting: boolean;
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.name = 'MediaRefused';
    this.code = code;
    this.lasting = code === 'media/notAllowed';
    this.fault = this.lasting ? 'media/notAllowed' : 'media/unavailable';
  }
}

/** The connection broke before the answer came. */
export class CutOff extends Error {
  constructor(options: ErrorOptions) {
    super('The connection ended before the answer.', options);
    this.name = 'CutOff';
  }
}

export type Ask = <M extends MediaMethod>(
  method: M,
  ask: MediaRequests[M]['ask'],
) => Promise<MediaRequests[M]['answer']>;

export const asker =
  (connection: Connection): Ask =>
  async (method, ask) => {
    const reply = await connection.media(method, ask).catch((cause: unknown) => {
      throw new CutOff({ cause });
    });
    if (!reply.ok) throw new MediaRefused(reply.error.code);
    return reply.answer;
  };

export const toWire = (parameters: object): MediaJson => ({ ...parameters });

export const fromWire = <T>(parameters: MediaJson): T => parameters as unknown as T;

export const transportOptions = (offer: TransportOffer): types.TransportOptions => ({
  id: offer.id,
  iceParameters: fromWire(offer.iceParameters),
  iceCandidates: offer.iceCandidates.map((candidate) => fromWire(candidate)),
  dtlsParameters: fromWire(offer.dtlsParameters),
});
