/**
 * The connection over socket.io-client: carries out the machine's orders and hands on what the server says. Owns the socket and the tickets;
 * must not know the workshop's rules nor the screen. Socket.IO's own reconnecting is off: each try needs a fresh ticket.
 */
import { signal } from '@lit-labs/signals';
import { io, type Socket } from 'socket.io-client';
import type { SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import type {
  MediaClientToServer,
  MediaMethod,
  MediaReply,
  MediaServerToClient,
} from '../../shared/protocol/media-messages.ts';
import {
  PROTOCOL_VERSION,
  type ProtocolError,
  type WorkshopClientToServer,
  type WorkshopServerToClient,
} from '../../shared/protocol/workshop-messages.ts';
import { askTicket as fetchTicket } from './api.ts';
import type { Connection, ConnectionListener, ConnectionState } from './connection.ts';
import { START, isFinal, step, type Input, type Line, type Order } from './machine.ts';
import { waitBefore } from './reconnect-policy.ts';

export interface SocketConnectionOptions {
  readonly workshop: WorkshopId;
  readonly seat: SeatId;
  readonly seatToken: string;
  /** Minted anew each time a person opens the workshop: of two tabs with one seat, the one opened last holds it. */
  readonly tab: string;
}

type WorkshopSocket = Socket<
  WorkshopServerToClient & MediaServerToClient,
  WorkshopClientToServer & MediaClientToServer
>;

type AskingSocket = ReturnType<WorkshopSocket['timeout']>;

/** An answer that has not come by then counts as a broken line, ms. */
const ANSWER_MS = 10_000;

/** How long one try may hang on its ticket or on opening, ms: with the longest wait between tries, a returned server is found within 10 s. */
const TRY_MS = 5_000;

/** The server does not know the seat any more: asking again would not help. */
const FOR_GOOD: readonly number[] = [401, 403, 404, 410];

class BrokenLine extends Error {
  override readonly name = 'BrokenLine';
}

export const connectSeat = ({ workshop, seat, seatToken, tab }: SocketConnectionOptions): Connection => {
  const authorization = `Bearer ${seatToken}`;
  const state$ = signal<ConnectionState>({ kind: 'connecting' });
  const listeners = new Set<ConnectionListener>();
  let line: Line = START;
  let socket: WorkshopSocket | null = null;
  let granted = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryAt = 0;
  let lastWord: ProtocolError = { code: 'protocol/notSeated' };
  let epoch = '';

  const shown = (): ConnectionState => {
    switch (line.phase) {
      case 'up':
        return { kind: 'up', epoch };
      case 'waiting':
        return { kind: 'waiting', attempt: line.attempt, retryAt };
      case 'offline':
        return { kind: 'offline' };
      case 'ended':
        return { kind: 'ended', error: lastWord };
      case 'idle':
      case 'asking':
      case 'opening':
        return line.attempt > 0
          ? { kind: 'waiting', attempt: line.attempt, retryAt: performance.now() }
          : { kind: 'connecting' };
    }
  };

  const refuse = (error: ProtocolError): void => {
    lastWord = error;
    take('refused');
  };

  const askTicket = async (): Promise<void> => {
    const asked = line;
    const answer = await fetchTicket(workshop, authorization, 'socket', AbortSignal.timeout(TRY_MS));
    if (line !== asked) return;
    if (answer.ok) {
      granted = answer.value.ticket;
      take('ticket');
    } else if (FOR_GOOD.includes(answer.fault.status)) {
      refuse({ code: answer.fault.code.endsWith('removed') ? 'protocol/removed' : 'protocol/notSeated' });
    } else {
      take('broken');
    }
  };

  const openSocket = (): void => {
    const opened: WorkshopSocket = io({
      auth: { ticket: granted, protocol: PROTOCOL_VERSION, tab },
      forceNew: true,
      reconnection: false,
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      timeout: TRY_MS,
    });
    socket = opened;
    const whileMine =
      <Args extends readonly unknown[]>(heard: (...args: Args) => void) =>
      (...args: Args): void => {
        if (socket === opened) heard(...args);
      };
    opened.on(
      'workshop:welcome',
      whileMine((welcome) => {
        epoch = welcome.epoch;
        take('welcome');
        for (const listener of listeners) listener.welcome?.(welcome);
      }),
    );
    opened.on(
      'workshop:entry',
      whileMine(({ entry, serverTime }) => {
        for (const listener of listeners) listener.entry?.(entry, serverTime);
      }),
    );
    opened.on(
      'workshop:snapshot',
      whileMine(({ serverTime, ...snapshot }) => {
        for (const listener of listeners) listener.snapshot?.(snapshot, serverTime);
      }),
    );
    opened.on(
      'workshop:words',
      whileMine(({ line: said, text }) => {
        for (const listener of listeners) listener.words?.(said, text);
      }),
    );
    opened.on(
      'workshop:reacted',
      whileMine(({ seat: whose, reaction }) => {
        for (const listener of listeners) listener.reacted?.(whose, reaction);
      }),
    );
    opened.on(
      'workshop:lineOf',
      whileMine(({ seat: whose, quality }) => {
        for (const listener of listeners) listener.line?.(whose, quality);
      }),
    );
    opened.on(
      'media:notice',
      whileMine((notice) => {
        for (const listener of listeners) listener.mediaNotice?.(notice);
      }),
    );
    opened.on(
      'workshop:goodbye',
      whileMine((error) => (isFinal(error.code) ? refuse(error) : take('broken'))),
    );
    opened.on(
      'disconnect',
      whileMine(() => take('broken')),
    );
    opened.on(
      'connect_error',
      whileMine((error) => {
        const said = (error as Error & { readonly data?: ProtocolError }).data;
        if (said && isFinal(said.code)) refuse(said);
        else take('broken');
      }),
    );
  };

  const carryOut = (order: Order): void => {
    switch (order) {
      case 'askTicket':
        return void askTicket();
      case 'openSocket':
        return openSocket();
      case 'closeSocket': {
        const old = socket;
        socket = null;
        return void old?.disconnect();
      }
      case 'wait': {
        const wait = waitBefore(line.attempt, Math.random);
        retryAt = performance.now() + wait;
        timer = setTimeout(() => take('due'), wait);
        return;
      }
      case 'stopWaiting':
        return clearTimeout(timer);
    }
  };

  const take = (input: Input): void => {
    const next = step(line, input);
    line = next.line;
    for (const order of next.orders) carryOut(order);
    state$.set(shown());
  };

  const offline = (): void => take('offline');
  const online = (): void => take('online');
  addEventListener('offline', offline);
  addEventListener('online', online);

  /** Asks on the open line. An answer that does not come counts as a broken line: then the socket is made anew. */
  const ask = async <Answer>(question: (socket: AskingSocket) => Promise<Answer>): Promise<Answer> => {
    const asked = socket;
    if (!asked || line.phase !== 'up') throw new BrokenLine('not connected');
    try {
      return await question(asked.timeout(ANSWER_MS));
    } catch (cause) {
      if (socket === asked) take('broken');
      throw new BrokenLine('no answer', { cause });
    }
  };

  const close = (): void => {
    removeEventListener('offline', offline);
    removeEventListener('online', online);
    take('close');
  };

  take('open');
  if (navigator.onLine === false) take('offline');

  return {
    workshop,
    seat,
    state$,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    command: (commandId, command) => ask((open) => open.emitWithAck('workshop:command', { id: commandId, command })),
    async react(reaction) {
      try {
        const { ok } = await ask<{ readonly ok: boolean }>((open) => open.emitWithAck('workshop:react', { reaction }));
        return ok;
      } catch {
        return false;
      }
    },
    reportLine(quality) {
      if (line.phase === 'up') socket?.emit('workshop:line', quality, () => undefined);
    },
    catchUp: (since) => ask((open) => open.emitWithAck('workshop:catchUp', { since })),
    media: async <M extends MediaMethod>(method: M, wish: object): Promise<MediaReply<M>> => {
      // The method names the shape of what is asked; the union cannot follow a type parameter.
      const message = { method, ...wish } as Parameters<MediaClientToServer['media:request']>[0];
      return (await ask((open) => open.emitWithAck('media:request', message))) as MediaReply<M>;
    },
    async notesTicket() {
      const answer = await fetchTicket(workshop, authorization, 'notes', AbortSignal.timeout(TRY_MS));
      if (!answer.ok) throw new BrokenLine(answer.fault.code);
      return answer.value.ticket;
    },
    authorization: () => authorization,
    async leave() {
      try {
        await ask((open) => open.emitWithAck('workshop:leave', {}));
      } finally {
        close();
      }
    },
    close,
  };
};
