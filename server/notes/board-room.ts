/**
 * Everyone connected to one board. Owns the fan-out (one frame a socket a tick), presence, and changes of standing while people write.
 * Must not know how a connection came to be allowed.
 */
import type { SeatId } from '../../shared/kernel/ids.ts';
import { NOTES_CLOSE } from '../../shared/protocol/notes-messages.ts';
import type { NotesRules } from '../ports.ts';
import type { BoardDocument } from './board-document.ts';
import { BoardSocket } from './board-socket.ts';
import type { HistoryKeeper } from './history-keeper.ts';
import { authorsFrame, awarenessFrame, updateFrame } from './frames.ts';
import { Presence, type PresenceVerdict } from './presence.ts';

export class BoardRoom {
  readonly board: BoardDocument;
  readonly #rules: NotesRules;
  readonly #sockets = new Set<BoardSocket>();
  readonly #presence = new Presence();
  readonly #stop: (() => void)[];
  readonly #history: Pick<HistoryKeeper, 'stop'>;
  #presenceDue = false;

  constructor(board: BoardDocument, rules: NotesRules, history: Pick<HistoryKeeper, 'stop'>) {
    this.#history = history;
    this.board = board;
    this.#rules = rules;
    this.#stop = [
      rules.onChange(() => this.#standings()),
      board.ledger.onClaim((client, seat) => this.#tellAuthor(client, seat)),
      board.listen({
        stored: (update, vector, counts) => {
          const frame = update === null ? null : updateFrame(update);
          const onlyAuthor = counts.size === 1 ? [...counts.keys()][0] : undefined;
          for (const socket of this.#sockets) {
            if (frame !== null && socket !== onlyAuthor) socket.send(frame);
            const frames = counts.get(socket);
            if (frames !== undefined) socket.saved(vector, frames);
          }
        },
        notStored: (authors) => {
          for (const author of authors) if (author instanceof BoardSocket) author.notStored();
        },
      }),
    ];
  }

  get size(): number {
    return this.#sockets.size;
  }

  connectionsOf(seat: SeatId): number {
    return [...this.#sockets].filter((socket) => socket.seat === seat).length;
  }

  /** Lets a connection in, or closes it when the seat is no longer at the table. */
  enter(socket: BoardSocket): void {
    const standing = this.#rules.standing(socket.seat);
    if (standing === null) return socket.close(NOTES_CLOSE.removed, 'notes/removed');
    this.#sockets.add(socket);
    socket.open(this, standing === 'write');
  }

  exit(socket: BoardSocket): void {
    if (!this.#sockets.delete(socket)) return;
    this.#presence.leave(socket);
    this.#spreadPresence();
  }

  takePresence(update: Uint8Array, socket: BoardSocket, mine: (client: number) => boolean): PresenceVerdict {
    const verdict = this.#presence.take(update, socket, socket.seat, mine);
    this.#spreadPresence();
    return verdict;
  }

  presentFrame(): Uint8Array | null {
    const present = this.#presence.all();
    return present === null ? null : awarenessFrame(present);
  }

  authorsFrame(): Uint8Array {
    return authorsFrame(this.board.ledger.all());
  }

  closeSeat(seat: SeatId): void {
    for (const socket of this.#sockets) if (socket.seat === seat) socket.close(NOTES_CLOSE.removed, 'notes/removed');
  }

  /** 1012, "service restart": the client comes back by itself. Resolves when the history has been kept. */
  close(): Promise<void> {
    for (const stop of this.#stop) stop();
    for (const socket of this.#sockets) socket.close(1012, 'notes/restart');
    this.#sockets.clear();
    return this.#history.stop();
  }

  #standings(): void {
    for (const socket of this.#sockets) {
      const standing = this.#rules.standing(socket.seat);
      if (standing === null) socket.close(NOTES_CLOSE.removed, 'notes/removed');
      else if ((standing === 'write') !== socket.mayWrite) socket.stand(standing === 'write');
    }
  }

  #tellAuthor(client: number, seat: SeatId): void {
    const frame = authorsFrame({ [client]: seat });
    for (const socket of this.#sockets) socket.send(frame);
  }

  /** The sender hears its own cursor back: y-websocket takes a line on which nothing comes for 30 s to be dead. */
  #spreadPresence(): void {
    if (this.#presenceDue) return;
    this.#presenceDue = true;
    setImmediate(() => {
      this.#presenceDue = false;
      const changes = this.#presence.changes();
      if (changes === null) return;
      const frame = awarenessFrame(changes);
      for (const socket of this.#sockets) socket.send(frame);
    });
  }
}
