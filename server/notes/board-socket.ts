/**
 * One connection to a board. Owns its frames' fate: limits, standing, sync, presence, and the word "saved". The seat is the ticket's and never
 * the message's. Must not know tickets or storage. Frames that arrive before `open` wait.
 */
import * as Y from 'yjs';
import type { WebSocket } from 'ws';
import type { SeatId } from '../../shared/kernel/ids.ts';
import { NOTES_CLOSE, type NotesStanding } from '../../shared/protocol/notes-messages.ts';
import { Allowance } from './allowance.ts';
import type { Author } from './board-document.ts';
import type { BoardRoom } from './board-room.ts';
import { readFrame, savedFrame, standingFrame, step1Frame, step2Frame } from './frames.ts';
import type { NotesCount, NotesLimits } from './notes-options.ts';
import { inspectUpdate, newClients } from './update-inspection.ts';

export interface SocketPorts {
  readonly limits: NotesLimits;
  readonly now: () => number;
  readonly count: (what: NotesCount) => void;
}

export class BoardSocket implements Author {
  readonly seat: SeatId;
  readonly #socket: WebSocket;
  readonly #ports: SocketPorts;
  readonly #clients = new Set<number>();
  readonly #frames: Allowance;
  readonly #bytes: Allowance;
  #room: BoardRoom | null = null;
  #mayWrite = false;
  #beforeResync: Uint8Array[] | null = [];
  #saved = 0;

  constructor(seat: SeatId, socket: WebSocket, ports: SocketPorts) {
    this.seat = seat;
    this.#socket = socket;
    this.#ports = ports;
    const { framesPerSecond, frameBurst, bytesPerSecond, byteBurst } = ports.limits;
    this.#frames = new Allowance(framesPerSecond, frameBurst, ports.now());
    this.#bytes = new Allowance(bytesPerSecond, byteBurst, ports.now());
  }

  /** The document is loaded: says hello and asks what the client has that we have not. */
  open(room: BoardRoom, mayWrite: boolean): void {
    this.#room = room;
    this.stand(mayWrite);
    this.send(room.authorsFrame());
    this.send(step1Frame(Y.encodeStateVector(room.board.document)));
    const present = room.presentFrame();
    if (present !== null) this.send(present);
  }

  stand(mayWrite: boolean): void {
    this.#mayWrite = mayWrite;
    this.#tell({ mayWrite });
  }

  get mayWrite(): boolean {
    return this.#mayWrite;
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  send(frame: Uint8Array): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(frame);
    if (this.#socket.bufferedAmount <= this.#ports.limits.unread) return;
    // A close frame would wait behind the unread bytes for ever.
    this.#ports.count('notes.slowReader');
    this.#socket.terminate();
  }

  saved(vector: Uint8Array, frames: number): void {
    this.#saved += frames;
    this.send(savedFrame(vector, this.#saved));
  }

  notStored(): void {
    this.#tell({ mayWrite: this.#mayWrite, refused: 'notes/notStored' });
  }

  receive(bytes: Uint8Array): void {
    const room = this.#room;
    if (room === null || this.#socket.readyState !== this.#socket.OPEN) return;
    const now = this.#ports.now();
    if (!this.#frames.spend(1, now) || !this.#bytes.spend(bytes.byteLength, now))
      return this.#refuse('notes/tooFast', 'tooFast', 'notes.tooFast');
    const frame = readFrame(bytes);
    if (frame === null) return this.#malformed();
    switch (frame.kind) {
      case 'step1':
        return this.#answer(room, frame.vector);
      case 'step2':
        return this.#resync(room, frame.update);
      case 'update':
        return this.#beforeResync === null ? this.#update(room, frame.update, false) : this.#hold(frame.update);
      case 'awareness':
        return this.#present(room, frame.update);
      case 'queryAwareness': {
        const present = room.presentFrame();
        if (present !== null) this.send(present);
      }
    }
  }

  /** Only durable words are handed out, so the answer waits for the store when it is behind. */
  #answer(room: BoardRoom, vector: Uint8Array): void {
    try {
      Y.decodeStateVector(vector);
    } catch {
      return this.#malformed();
    }
    const send = (): void => this.send(step2Frame(Y.encodeStateAsUpdate(room.board.document, vector)));
    if (room.board.clean) send();
    else void room.board.settled().then(send);
  }

  /** What was typed before the server's question was answered leans on offline edits that come with the answer. */
  #hold(update: Uint8Array): void {
    if (update.byteLength > this.#ports.limits.update)
      return this.#refuse('notes/tooLarge', 'tooLarge', 'notes.tooLarge');
    this.#beforeResync?.push(update);
  }

  #resync(room: BoardRoom, update: Uint8Array): void {
    const held = this.#beforeResync ?? [];
    this.#beforeResync = null;
    this.#update(room, update, true);
    for (const later of held) this.#update(room, later, false);
  }

  #update(room: BoardRoom, update: Uint8Array, resync: boolean): void {
    const { limits, count } = this.#ports;
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (!resync && update.byteLength > limits.update)
      return this.#refuse('notes/tooLarge', 'tooLarge', 'notes.tooLarge');
    const inspected = inspectUpdate(update);
    if (inspected === null) return this.#malformed();
    const { board } = room;
    const fresh = newClients(inspected, board.document);
    if (!this.#mayWrite) {
      // A resync always repeats known deletions; only something new is an attempt to write.
      if (resync && fresh.length === 0) return;
      count('notes.readOnlyRefused');
      return this.#tell({ mayWrite: false, refused: 'notes/readOnly' });
    }
    if (board.full) return this.#refuse('notes/notStored', 'unavailable', 'notes.storeFailed');
    if (!fresh.every((client) => this.#mine(room, client)) && !board.recovered) {
      count('notes.foreignClient');
      return this.#malformed();
    }
    if (!board.apply(update, this)) this.#malformed();
  }

  #present(room: BoardRoom, update: Uint8Array): void {
    if (update.byteLength > this.#ports.limits.presence * Math.max(1, room.size)) return this.#malformed();
    const verdict = room.takePresence(update, this, (client) => this.#mine(room, client));
    if (verdict === 'malformed') this.#malformed();
    else if (verdict === 'spoofed') this.#ports.count('notes.spoofedPresence');
  }

  #mine(room: BoardRoom, client: number): boolean {
    if (this.#clients.has(client)) return true;
    if (this.#clients.size >= this.#ports.limits.clientsPerConnection || !room.board.ledger.claim(client, this.seat))
      return false;
    this.#clients.add(client);
    return true;
  }

  #tell(standing: NotesStanding): void {
    this.send(standingFrame(standing));
  }

  #malformed(): void {
    this.#refuse('notes/malformed', 'malformed', 'notes.malformed');
  }

  #refuse(refused: NonNullable<NotesStanding['refused']>, code: keyof typeof NOTES_CLOSE, counted: NotesCount): void {
    this.#ports.count(counted);
    this.#tell({ mayWrite: this.#mayWrite, refused });
    this.#socket.close(NOTES_CLOSE[code], refused);
  }
}
