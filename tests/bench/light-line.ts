// A participant's connection that costs next to nothing: Socket.IO's frames by hand, entries noted by their number and cause and not evolved. So that
// hundreds of them measure the server and not themselves.
import { WebSocket } from 'ws';
import { serverClock } from '../../client/store/server-clock.ts';
import { instant } from '../../shared/kernel/ids.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/workshop-messages.ts';
import type { WorkshopCommand } from '../../shared/workshop/workshop.ts';
import type { SeatKey } from '../support/node-participant.ts';
import { ticketFor } from '../support/seat-client.ts';

const WELCOME = '42["workshop:welcome"';
const ENTRY = '42["workshop:entry"';
const SEQ = /"seq":(\d+)/;
const TIME = '"serverTime":';
const CAUSE = /"cause":"([^"]+)"/;

const timeIn = (text: string) => {
  const at = text.lastIndexOf(TIME) + TIME.length;
  return instant(Number(/^\d+/.exec(text.slice(at, at + 20))?.[0]));
};

export interface LineEvents {
  entry?(cause: string): void;
  refused?(): void;
  closed?(): void;
}

export class LightLine {
  /** The number of the last entry that this line knows; the welcome's at first. */
  seq = 0;
  /** Entries that came twice or left a gap before them. */
  faults = 0;
  /** The server's time as a browser's clock beside this line would show it. */
  readonly clock = serverClock(() => performance.now(), 0);
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket, { entry, refused, closed }: LineEvents) {
    this.#socket = socket;
    socket.on('error', () => undefined);
    socket.on('close', () => closed?.());
    socket.on('message', (body: Buffer) => {
      if (body.length === 1) return socket.send('3');
      const text = body.toString('latin1');
      if (text.startsWith(ENTRY)) {
        const seq = Number(SEQ.exec(text)?.[1]);
        if (seq !== this.seq + 1) this.faults += 1;
        this.seq = seq;
        this.clock.hear(timeIn(text));
        entry?.(CAUSE.exec(text)?.[1] ?? '');
      } else if (text.startsWith('43') && text.includes('"ok":false')) refused?.();
    });
  }

  /** Named and welcomed; rejects when the server does not answer so. */
  static async open(url: string, key: SeatKey, events: LineEvents = {}): Promise<LightLine> {
    const ticket = await ticketFor(url, key);
    const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    return new Promise((resolve, reject) => {
      const failed = (): void => reject(new Error('no welcome'));
      socket.once('error', failed);
      socket.once('close', failed);
      socket.once('open', () => socket.send(`40${JSON.stringify({ ticket, protocol: PROTOCOL_VERSION })}`));
      socket.on('message', function welcomed(body: Buffer) {
        // A welcome may be long: only its head is looked at.
        if (!body.subarray(0, WELCOME.length).equals(Buffer.from(WELCOME))) return;
        socket.off('message', welcomed).off('close', failed).off('error', failed);
        const line = new LightLine(socket, events);
        line.clock.restart(timeIn(body.toString('latin1')));
        line.seq = Number(SEQ.exec(body.toString('latin1'))?.[1]);
        resolve(line);
      });
    });
  }

  send(id: string, command: WorkshopCommand): void {
    this.#socket.send(`421${JSON.stringify(['workshop:command', { id, command }])}`);
  }

  close(): void {
    this.#socket.terminate();
  }
}
