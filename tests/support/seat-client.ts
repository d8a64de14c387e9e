// One connection of one seat, with the real socket.io-client and no retries: what a test sends and everything it is told.
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import {
  PROTOCOL_VERSION,
  type CatchUpReply,
  type CommandReply,
  type ProtocolError,
  type Snapshot,
  type Welcome,
} from '../../shared/protocol/workshop-messages.ts';
import type { Entry, WorkshopCommand } from '../../shared/workshop/workshop.ts';
import { post, type SeatKey } from './node-participant.ts';

export const ticketFor = async (url: string, key: SeatKey, audience: 'socket' | 'notes' = 'socket'): Promise<string> =>
  (await post<{ ticket: string }>(url, `/api/workshops/${key.workshop}/tickets`, { audience }, key.seatToken)).ticket;

export class SeatClient {
  readonly socket: Socket;
  readonly entries: Entry[] = [];
  readonly snapshots: Snapshot[] = [];
  welcome: Welcome | null = null;
  goodbye: ProtocolError | null = null;
  /** Why the connection was not made, from connect_error. */
  refused: ProtocolError | null = null;
  readonly #waiting = new Set<() => void>();

  constructor(url: string, auth: Readonly<Record<string, unknown>>, headers: Readonly<Record<string, string>> = {}) {
    this.socket = io(url, {
      auth,
      reconnection: false,
      forceNew: true,
      transports: ['websocket'],
      extraHeaders: { ...headers },
    });
    this.socket.on('workshop:welcome', (welcome: Welcome) => (this.welcome = welcome));
    this.socket.on('workshop:entry', ({ entry }: { entry: Entry }) => this.entries.push(entry));
    this.socket.on('workshop:snapshot', (snapshot: Snapshot) => this.snapshots.push(snapshot));
    this.socket.on('workshop:goodbye', (error: ProtocolError) => (this.goodbye = error));
    this.socket.on('connect_error', (error: Error & { readonly data?: ProtocolError }) => {
      this.refused = error.data ?? { code: 'protocol/unavailable', detail: error.message };
      this.#tell();
    });
    this.socket.on('disconnect', () => this.#tell());
    // Heard before the listeners above: told after them.
    this.socket.onAny(() => queueMicrotask(() => this.#tell()));
    onTestFinished(() => void this.socket.close());
  }

  /** Resolves when `holds` holds; asked again at each message. The test's own time limit is the only one. */
  until(holds: () => boolean): Promise<void> {
    if (holds()) return Promise.resolve();
    return new Promise((resolve) => {
      const check = (): void => {
        if (!holds()) return;
        this.#waiting.delete(check);
        resolve();
      };
      this.#waiting.add(check);
    });
  }

  /** The highest seq heard of by any way. */
  get seq(): number {
    return Math.max(this.welcome?.seq ?? 0, this.entries.at(-1)?.seq ?? 0, this.snapshots.at(-1)?.seq ?? 0);
  }

  send(command: WorkshopCommand, id: string = randomUUID()): Promise<CommandReply> {
    return this.raw('workshop:command', { id, command });
  }

  catchUp(since: number): Promise<CatchUpReply> {
    return this.raw('workshop:catchUp', { since });
  }

  raw<Answer>(event: string, ...message: readonly unknown[]): Promise<Answer> {
    return this.socket.emitWithAck(event, ...message) as Promise<Answer>;
  }

  #tell(): void {
    for (const check of [...this.#waiting]) check();
  }
}

/** Connected and welcomed. */
export const connect = async (url: string, key: SeatKey): Promise<SeatClient> => {
  const client = new SeatClient(url, { ticket: await ticketFor(url, key), protocol: PROTOCOL_VERSION });
  await client.until(() => client.welcome !== null || client.refused !== null);
  if (client.refused) throw new Error(`refused: ${client.refused.code}`);
  return client;
};
