// A line to the notes that writes whether it may or not, and says what the server made of it.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { MESSAGE_SAVED, MESSAGE_STANDING, type NotesStanding } from '../../../shared/protocol/notes-messages.ts';
import type { SeatKey } from '../node-participant.ts';
import { ticketFor } from '../seat-client.ts';
import { DENIED, DONE, outcomeOf, type Outcome } from './outcome.ts';

const SYNC = 0;
/** The answer to the server's question what one holds; nobody's words are taken before it. */
const STEP_2 = 1;
const UPDATE = 2;

interface Reader {
  readonly url: string;
  readonly key: SeatKey;
}

export class NotesLine {
  readonly #socket: WebSocket;
  readonly #document = new Y.Doc();
  readonly #waiting = new Set<() => void>();
  readonly standings: NotesStanding[] = [];
  /** Frames of ours that are stored. */
  stored = 0;
  /** The code by which the server closed the line; null while it is open. */
  closed: number | null = null;
  #greeted = false;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('close', (code) => {
      this.closed = code;
      this.#tell();
    });
    socket.on('message', (frame: Buffer) => this.#hear(decoding.createDecoder(new Uint8Array(frame))));
    onTestFinished(() => socket.terminate());
  }

  /** Open and asked by the server what it holds; null where not even a ticket is given. */
  static async open({ url, key }: Reader): Promise<NotesLine | null> {
    const ticket = await ticketFor(url, key, 'notes').catch(() => null);
    if (ticket === null) return null;
    const line = new NotesLine(
      new WebSocket(`${url.replace('http', 'ws')}/notes/${key.workshop}/board?ticket=${ticket}`),
    );
    await line.until(() => line.#greeted || line.closed !== null);
    return line;
  }

  async until(holds: () => boolean): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (!holds()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
    });
  }

  /** Writes, and waits for the server's word on it. */
  async write(text: string): Promise<Outcome> {
    const [stored, told] = [this.stored, this.standings.length];
    this.#document.getText('t').insert(0, text);
    this.#send(this.stored === 0 ? STEP_2 : UPDATE);
    const refusal = (): string | undefined => this.standings.slice(told).find(({ refused }) => refused)?.refused;
    await this.until(() => this.stored > stored || refusal() !== undefined || this.closed !== null);
    return this.stored > stored ? DONE : outcomeOf(refusal() ?? `closed ${this.closed}`);
  }

  close(): void {
    this.#socket.terminate();
  }

  #send(kind: number): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, SYNC);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(this.#document));
    this.#socket.send(encoding.toUint8Array(encoder));
  }

  #hear(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder);
    if (type === SYNC) this.#greeted = true;
    if (type === MESSAGE_SAVED) {
      decoding.readVarUint8Array(decoder);
      this.stored = decoding.readVarUint(decoder);
    }
    if (type === MESSAGE_STANDING) this.standings.push(JSON.parse(decoding.readVarString(decoder)) as NotesStanding);
    this.#tell();
  }

  #tell(): void {
    for (const look of [...this.#waiting]) look();
  }
}

/** Opens the board and closes it again; with a text, writes it in between. */
export const tryNotes = async (who: Reader, text: string | null): Promise<Outcome> => {
  const line = await NotesLine.open(who);
  if (line === null) return DENIED;
  if (line.closed !== null) return `closed ${line.closed}`;
  const outcome = text === null ? DONE : await line.write(text);
  line.close();
  return outcome;
};
