/**
 * The door of the shared board. Owns redeeming tickets, waiting for the document, rooms, and closing with a named code.
 * Must not know HTTP routes, SQL or how rights come about. Sockets are accepted before they are refused, because y-websocket's client
 * retries an HTTP 401 for ever but ends on 4400–4499.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { isId, type SeatId, type WorkshopId } from '../../shared/kernel/ids.ts';
import type { BoardJson } from '../../shared/notes/blocks.ts';
import { NOTES_CLOSE, NOTES_PATH } from '../../shared/protocol/notes-messages.ts';
import type { BoardHistory } from '../ports/board-history.ts';
import { BoardRoom } from './board-room.ts';
import { BoardSocket, type SocketPorts } from './board-socket.ts';
import { DocumentShelf } from './document-shelf.ts';
import { boardJsonOf, writeBoardJson } from './fragment-json.ts';
import { HistoryKeeper } from './history-keeper.ts';
import { createBoardHistory } from './history-reader.ts';
import { NOTES_LIMITS, type NotesCount, type NotesOptions } from './notes-options.ts';

export interface NotesGateway {
  /** For the router of WebSocket upgrades: every request whose path begins with NOTES_PATH. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** The board as it is in memory, or from the store. Rejects with the store's fault. */
  readBoard(workshop: WorkshopId): Promise<BoardJson>;
  /** Fills fragments that are still empty; durable on resolve. */
  writeBoard(workshop: WorkshopId, board: BoardJson): Promise<void>;
  /** How the board stood at earlier times. */
  readonly history: BoardHistory;
  closeSeat(workshop: WorkshopId, seat: SeatId): void;
  /** Stores what can be stored, closes every connection with 1012. */
  close(): Promise<void>;
}

const documentOf = (workshop: WorkshopId): string => `${workshop}/board`;

/** `/notes/<workshop>/board?ticket=…`; null when the address is none of ours. */
const addressed = (url: string | undefined): { readonly workshop: string; readonly ticket: string } | null => {
  if (url === undefined || !URL.canParse(url, 'http://host')) return null;
  const { pathname, searchParams } = new URL(url, 'http://host');
  const workshop =
    pathname.startsWith(`${NOTES_PATH}/`) && pathname.endsWith('/board')
      ? pathname.slice(NOTES_PATH.length + 1, -'/board'.length)
      : '';
  return isId(workshop) ? { workshop, ticket: searchParams.get('ticket') ?? '' } : null;
};

const bytesOf = (body: Buffer | ArrayBuffer | Buffer[]): Uint8Array =>
  body instanceof ArrayBuffer ? new Uint8Array(body) : Array.isArray(body) ? Buffer.concat(body) : body;

export const attachNotes = (options: NotesOptions): NotesGateway => {
  const limits = { ...NOTES_LIMITS, ...options.limits };
  const { clock, count, log, prose } = options;
  const shelf = new DocumentShelf({ prose, clock, count, log, limits });
  const rooms = new Map<WorkshopId, Promise<BoardRoom | null>>();
  const server = new WebSocketServer({ noServer: true, maxPayload: limits.resync, perMessageDeflate: false });
  const ports = { limits, count, now: () => clock.now() };
  /** Rooms that everybody has left, and that still keep what was written. */
  const ending = new Set<Promise<void>>();
  const end = (room: BoardRoom): Promise<void> => {
    const over = room.close().finally(() => ending.delete(over));
    ending.add(over);
    return over;
  };
  let closing = false;

  const portsOf = (holder: { readonly workshop: WorkshopId; readonly seat: SeatId }): SocketPorts => {
    const told = new Set<NotesCount>();
    return {
      ...ports,
      count(what) {
        count(what);
        if (told.has(what)) return;
        told.add(what);
        options.refused?.(what, holder);
      },
    };
  };

  const roomOf = (workshop: WorkshopId): Promise<BoardRoom | null> => {
    const known = rooms.get(workshop);
    if (known !== undefined) return known;
    const opening = (async () => {
      const rules = await options.rulesFor(workshop);
      if (rules === null) return null;
      const board = await shelf.take(documentOf(workshop));
      return new BoardRoom(board, rules, new HistoryKeeper(board, rules, { history: options.history, clock, log }));
    })();
    rooms.set(workshop, opening);
    const forget = (): void => void (rooms.get(workshop) === opening && rooms.delete(workshop));
    opening.then((room) => room === null && forget(), forget);
    return opening;
  };

  const leave = (workshop: WorkshopId, room: BoardRoom, socket: BoardSocket): void => {
    room.exit(socket);
    if (room.size > 0 || closing || !rooms.has(workshop)) return;
    rooms.delete(workshop);
    void end(room);
    shelf.release(documentOf(workshop));
  };

  const admit = async (socket: WebSocket, url: string | undefined): Promise<void> => {
    const waiting: Uint8Array[] = [];
    let receive = (bytes: Uint8Array): void => {
      if (waiting.push(bytes) > limits.waitingFrames) socket.close(NOTES_CLOSE.tooFast, 'notes/tooFast');
    };
    let left = (): void => {};
    socket.on('error', () => count('notes.malformed'));
    socket.on('message', (body, binary) => {
      if (binary) return receive(bytesOf(body));
      count('notes.malformed');
      socket.close(NOTES_CLOSE.malformed, 'notes/malformed');
    });
    socket.on('close', () => left());

    const address = addressed(url);
    if (address === null) return socket.close(NOTES_CLOSE.unknownDocument, 'notes/unknownDocument');
    const holder = await options.redeem(address.ticket);
    if (holder === null || holder.workshop !== address.workshop) {
      count('notes.refusedTicket');
      options.refused?.('notes.refusedTicket', null);
      return socket.close(NOTES_CLOSE.badTicket, 'notes/badTicket');
    }
    const room = await roomOf(holder.workshop);
    if (room === null) return socket.close(NOTES_CLOSE.unknownDocument, 'notes/unknownDocument');
    if (
      closing ||
      room.size >= limits.connectionsPerDocument ||
      room.connectionsOf(holder.seat) >= limits.connectionsPerSeat
    ) {
      return socket.close(NOTES_CLOSE.unavailable, 'notes/unavailable');
    }
    const seated = new BoardSocket(holder.seat, socket, portsOf(holder));
    left = () => leave(holder.workshop, room, seated);
    room.enter(seated);
    if (socket.readyState !== socket.OPEN) return left();
    count('notes.opened');
    receive = (bytes) => seated.receive(bytes);
    for (const bytes of waiting) seated.receive(bytes);
  };

  return {
    upgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (opened) => {
        admit(opened, request.url).catch((cause: unknown) => {
          log.error({ cause }, 'a board could not be opened');
          opened.close(NOTES_CLOSE.unavailable, 'notes/unavailable');
        });
      });
    },
    async readBoard(workshop) {
      const name = documentOf(workshop);
      const board = await shelf.take(name);
      try {
        return boardJsonOf(board.document);
      } finally {
        shelf.release(name);
      }
    },
    async writeBoard(workshop, json) {
      const name = documentOf(workshop);
      const board = await shelf.take(name);
      try {
        await board.write((document) => writeBoardJson(document, json));
      } finally {
        shelf.release(name);
      }
    },
    history: createBoardHistory(options.history, documentOf),
    closeSeat(workshop, seat) {
      void rooms.get(workshop)?.then((room) => room?.closeSeat(seat));
    },
    async close() {
      closing = true;
      const open = await Promise.allSettled(rooms.values());
      for (const opening of open) if (opening.status === 'fulfilled' && opening.value !== null) void end(opening.value);
      rooms.clear();
      await Promise.all(ending);
      await shelf.close();
      server.close();
    },
  };
};
