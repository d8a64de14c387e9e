// A connection of a seat without socket.io-client: frames as text, so that a test can send what no client would.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { PROTOCOL_VERSION } from '../../shared/protocol/workshop-messages.ts';
import type { SeatKey } from './node-participant.ts';
import { ticketFor } from './seat-client.ts';

export class RawLine {
  readonly #socket: WebSocket;
  readonly #answers = new Map<number, (answer: unknown) => void>();
  readonly closed: Promise<void>;
  isClosed = false;
  #asked = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    this.closed = new Promise((resolve) =>
      socket.once('close', () => {
        this.isClosed = true;
        resolve();
      }),
    );
    socket.on('error', () => undefined);
    socket.on('message', (body: Buffer) => this.#hear(body.toString()));
  }

  /** Opened, named and welcomed. */
  static async open(url: string, key: SeatKey): Promise<RawLine> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    await once(socket, 'open');
    const ticket = await ticketFor(url, key);
    socket.send(`40${JSON.stringify({ ticket, protocol: PROTOCOL_VERSION })}`);
    await new Promise<void>((resolve, reject) => {
      socket.on('message', (body: Buffer) => {
        const text = body.toString();
        if (text.startsWith('42["workshop:welcome"')) resolve();
        if (text.startsWith('44')) reject(new Error(text));
      });
    });
    return new RawLine(socket);
  }

  send(frame: string | Uint8Array): void {
    if (!this.isClosed) this.#socket.send(frame);
  }

  nextId(): number {
    this.#asked += 1;
    return this.#asked;
  }

  answer(to: number): Promise<unknown> {
    return new Promise((resolve) => this.#answers.set(to, resolve));
  }

  /** Sends frames, then a question that is always answered: what came before has been dealt with. False: the line was cut. */
  async settle(): Promise<boolean> {
    const id = this.nextId();
    const answered = this.answer(id).then(() => true);
    this.send(`42${id}["workshop:catchUp",{"since":0}]`);
    return Promise.race([answered, this.closed.then(() => false)]);
  }

  close(): void {
    this.#socket.close();
  }

  #hear(text: string): void {
    if (text === '2') return this.#socket.send('3');
    const found = /^43(\d+)(\[.*\])$/s.exec(text);
    if (!found) return;
    const [answer] = JSON.parse(found[2] ?? '[]') as unknown[];
    this.#answers.get(Number(found[1]))?.(answer);
    this.#answers.delete(Number(found[1]));
  }
}
