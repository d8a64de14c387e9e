/** The handshake of a socket: version, ticket, seat. Owns why a connection is not made; a refusal reaches the client as connect_error's `data`. */
import {
  PROTOCOL_VERSION,
  type ProtocolError,
  type ProtocolErrorCode,
} from '../../shared/protocol/workshop-messages.ts';
import { handshakeSchema } from '../../shared/protocol/schemas.ts';
import { viewClass } from '../../shared/workshop/view-for.ts';
import type { Tickets } from '../accounts/tickets.ts';
import type { Mint } from '../ports.ts';
import type { WorkshopRegistry } from '../workshops/registry.ts';
import type { Holder } from './socket-types.ts';

export class HandshakeRefused extends Error {
  readonly data: ProtocolError;
  constructor(code: ProtocolErrorCode, detail?: string) {
    super(code);
    this.data = detail === undefined ? { code } : { code, detail };
  }
}

export interface HandshakeOptions {
  readonly tickets: Tickets;
  readonly registry: WorkshopRegistry;
  readonly mint: Mint;
}

/** Rejects with HandshakeRefused, or with the store's Fault. */
export const shakeHands = async (auth: unknown, { tickets, registry, mint }: HandshakeOptions): Promise<Holder> => {
  const read = handshakeSchema.safeParse(auth);
  if (!read.success) throw new HandshakeRefused('protocol/malformed', 'auth');
  if (read.data.protocol !== PROTOCOL_VERSION) throw new HandshakeRefused('protocol/reload');
  const pass = await tickets.redeem('socket', read.data.ticket);
  if (!pass) throw new HandshakeRefused('protocol/badTicket');
  const running = await registry.find(pass.workshop);
  if (!running) throw new HandshakeRefused('protocol/notSeated');
  const { state } = running.room;
  if (Object.hasOwn(state.participants.removed, pass.seat)) throw new HandshakeRefused('protocol/removed');
  if (viewClass(state, pass.seat) === 'stranger') throw new HandshakeRefused('protocol/notSeated');
  return { ...pass, tab: read.data.tab ?? mint.id(), running };
};
