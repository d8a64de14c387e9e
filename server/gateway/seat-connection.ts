/**
 * One socket of one seat: welcome, commands, entries as this viewer may read them, catch-up, goodbye. Owns the wire of the facts for it.
 * Who acts is the seat that the ticket named; nothing in a message can change that. Must not know HTTP or storage.
 */
import type { Socket } from 'socket.io';
import type { CommandId, Instant, SeatId } from '../../shared/kernel/ids.ts';
import {
  PROTOCOL_VERSION,
  type CatchUpReply,
  type CommandReply,
  type ProtocolError,
  type ProtocolErrorCode,
  type Snapshot,
} from '../../shared/protocol/workshop-messages.ts';
import { catchUpMessage, commandMessage, leaveMessage } from '../../shared/protocol/schemas.ts';
import { entryFor, needsSnapshot, viewClass, viewFor } from '../../shared/workshop/view-for.ts';
import type { Entry, WorkshopState } from '../../shared/workshop/workshop.ts';
import type { WorkshopRoom } from '../workshops/workshop-room.ts';
import { createAllowance } from './allowance.ts';

/** Beyond this many entries a snapshot is the shorter answer. */
const CATCH_UP_LIMIT = 500;
/** Unread bytes after which a socket is cut; it comes back with a fresh welcome. */
const UNREAD_LIMIT = 4 * 1024 * 1024;
const COMMANDS_PER_SECOND = 20;
const COMMAND_BURST = 60;
/** So many malformed messages in a row are no mistake any more. */
const MALFORMED_LIMIT = 50;

export interface SeatConnectionOptions {
  readonly socket: Socket;
  readonly room: WorkshopRoom;
  readonly seat: SeatId;
  readonly epoch: string;
  readonly now: () => Instant;
  readonly mintId: () => CommandId;
  readonly count: (what: string) => void;
}

type Reply<T> = (reply: T) => void;

/** Where a message went wrong, as a path; never what it held. */
const pathOf = (error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }): string =>
  error.issues[0]?.path.map(String).join('.').slice(0, 120) || 'message';

export interface SeatConnection {
  /** Sends the welcome and everything after it; must run inside the room's turn. */
  begin(): void;
  goodbye(code: ProtocolErrorCode): void;
  close(): void;
}

export const connectSeat = (options: SeatConnectionOptions): SeatConnection => {
  const { socket, room, seat, count } = options;
  const allowance = createAllowance(COMMANDS_PER_SECOND, COMMAND_BURST, options.now);
  let malformed = 0;
  let unlisten = (): void => undefined;

  const snapshot = (): Snapshot => ({ seq: room.seq, view: viewFor(room.state, seat) });

  const goodbye = (code: ProtocolErrorCode): void => {
    socket.emit('workshop:goodbye', { code } satisfies ProtocolError);
    socket.disconnect(true);
  };

  const unread = (): number => {
    const { transport } = socket.conn as unknown as { transport?: { socket?: { bufferedAmount?: number } } };
    return transport?.socket?.bufferedAmount ?? 0;
  };

  const hear = (entry: Entry, before: WorkshopState, after: WorkshopState): void => {
    if (viewClass(after, seat) === 'stranger') return goodbye('protocol/removed');
    if (unread() > UNREAD_LIMIT) {
      count('socket.slowReader');
      return void socket.disconnect(true);
    }
    const serverTime = options.now();
    if (needsSnapshot(before, after, seat))
      socket.emit('workshop:snapshot', { seq: entry.seq, view: viewFor(after, seat), serverTime });
    else socket.emit('workshop:entry', { entry: entryFor(entry, after, seat), serverTime });
  };

  const refuse = (reply: unknown, error: ProtocolError): void => {
    count(`protocol.${error.code.slice('protocol/'.length)}`);
    if (typeof reply === 'function') (reply as Reply<{ ok: false; error: ProtocolError }>)({ ok: false, error });
    if (error.code === 'protocol/malformed' && ++malformed > MALFORMED_LIMIT) goodbye('protocol/malformed');
  };

  const catchUp = (since: number): CatchUpReply => {
    const serverTime = options.now();
    const missing = room.entries.slice(since);
    // What lies behind may have been seen under other rights: only where the class did not change can entries stand for the view.
    const sameRights = missing.every((entry) =>
      entry.events.every((event) => !/^(lobby|participants)\//.test(event.type)),
    );
    if (since > room.seq || missing.length > CATCH_UP_LIMIT || !sameRights)
      return { ok: true, snapshot: snapshot(), serverTime };
    return { ok: true, entries: missing.map((entry) => entryFor(entry, room.state, seat)), serverTime };
  };

  socket.on('workshop:command', (message: unknown, reply: unknown) => {
    if (typeof reply !== 'function') return refuse(reply, { code: 'protocol/malformed', detail: 'acknowledgement' });
    const parsed = commandMessage.safeParse(message);
    if (!parsed.success) return refuse(reply, { code: 'protocol/malformed', detail: pathOf(parsed.error) });
    if (!allowance.take()) return refuse(reply, { code: 'protocol/tooFast' });
    malformed = 0;
    count('command.received');
    void room.dispatch({ kind: 'seat', seat }, parsed.data.id, parsed.data.command).then(reply as Reply<CommandReply>);
  });

  socket.on('workshop:catchUp', (message: unknown, reply: unknown) => {
    if (typeof reply !== 'function') return refuse(reply, { code: 'protocol/malformed', detail: 'acknowledgement' });
    const parsed = catchUpMessage.safeParse(message);
    if (!parsed.success) return refuse(reply, { code: 'protocol/malformed', detail: pathOf(parsed.error) });
    if (!allowance.take()) return refuse(reply, { code: 'protocol/tooFast' });
    void room.inTurn(() => (reply as Reply<CatchUpReply>)(catchUp(parsed.data.since)));
  });

  socket.on('workshop:leave', (message: unknown, reply: unknown) => {
    if (typeof reply !== 'function') return refuse(reply, { code: 'protocol/malformed', detail: 'acknowledgement' });
    const parsed = leaveMessage.safeParse(message);
    if (!parsed.success) return refuse(reply, { code: 'protocol/malformed', detail: pathOf(parsed.error) });
    void room
      .dispatch({ kind: 'door' }, options.mintId(), { type: 'participants/leave', seat })
      .then((answer) => (reply as Reply<{ ok: boolean }>)({ ok: answer.ok }));
  });

  return {
    begin() {
      unlisten = room.listen(hear);
      socket.emit('workshop:welcome', {
        ...snapshot(),
        protocol: PROTOCOL_VERSION,
        epoch: options.epoch,
        serverTime: options.now(),
        workshop: room.id,
        seat,
      });
    },
    goodbye,
    close: () => unlisten(),
  };
};
