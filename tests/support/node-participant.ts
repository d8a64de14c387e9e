// A participant without a browser: the product's own wire, spoken from Node with the real socket.io-client. Keeps trying like a browser would.
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { WebSocket } from 'ws';
import { BoardConnection } from '../../client/notes/board-connection.ts';
import type { WorkshopId } from '../../shared/kernel/ids.ts';
import { PROTOCOL_VERSION, type CommandReply, type Welcome } from '../../shared/protocol/workshop-messages.ts';
import type { WorkshopCommand } from '../../shared/workshop/workshop.ts';

export interface SeatKey {
  readonly workshop: string;
  readonly seat: string;
  readonly seatToken: string;
}

export async function post<T>(url: string, path: string, body: unknown, token?: string): Promise<T> {
  const reply = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
  return (await reply.json()) as T;
}

export interface Founded extends SeatKey {
  readonly links: readonly { readonly role: string; readonly url: string }[];
}

export const startWorkshop = (url: string, title: string, name: string): Promise<Founded> =>
  post<Founded>(url, '/api/workshops', { title, language: 'en', name, timeZone: 'Asia/Shanghai' });

export async function enter(url: string, link: string, name: string): Promise<SeatKey> {
  const workshop = new URL(link).pathname.split('/')[2] ?? '';
  const secret = new URL(link).hash.slice('#k='.length);
  const seat = await post<Omit<SeatKey, 'workshop'>>(url, `/api/workshops/${workshop}/enter`, {
    secret,
    language: 'en',
    guest: { name },
  });
  return { workshop, ...seat };
}

export class NodeParticipant {
  readonly key: SeatKey;
  readonly board: BoardConnection | null;
  /** Commands that were sent and not answered yet, by id. */
  readonly inFlight = new Map<string, WorkshopCommand>();
  /** Commands that the server acknowledged, with its answer. */
  readonly acknowledged = new Map<string, Extract<CommandReply, { ok: true }>>();
  welcome: Welcome | null = null;
  readonly #url: string;
  #socket: Socket | null = null;
  #ended = false;
  #welcomed: (() => void)[] = [];

  constructor(url: string, key: SeatKey, options: { readonly notes: boolean }) {
    this.#url = url;
    this.key = key;
    this.board = options.notes
      ? new BoardConnection({
          base: url.replace('http', 'ws'),
          workshop: key.workshop as WorkshopId,
          ticket: () => this.#ticket('notes'),
          socket: WebSocket as unknown as typeof globalThis.WebSocket,
        })
      : null;
    void this.#try();
  }

  get connected(): boolean {
    return this.#socket?.connected === true && this.welcome !== null;
  }

  /** Resolves at the next welcome, or at once when connected. */
  async here(): Promise<Welcome> {
    if (!this.connected) await new Promise<void>((resolve) => this.#welcomed.push(resolve));
    if (this.welcome === null) throw new Error('welcomed without a welcome');
    return this.welcome;
  }

  send(command: WorkshopCommand, id: string = randomUUID()): Promise<CommandReply> {
    this.inFlight.set(id, command);
    return new Promise((resolve) => {
      this.#socket?.emit('workshop:command', { id, command }, (reply: CommandReply) => {
        this.inFlight.delete(id);
        if (reply.ok) this.acknowledged.set(id, reply);
        resolve(reply);
      });
    });
  }

  close(): void {
    this.#ended = true;
    this.#socket?.close();
    this.board?.close();
  }

  async #ticket(audience: 'socket' | 'notes'): Promise<string> {
    const path = `/api/workshops/${this.key.workshop}/tickets`;
    const { ticket } = await post<{ ticket: string }>(this.#url, path, { audience }, this.key.seatToken);
    return ticket;
  }

  async #try(): Promise<void> {
    if (this.#ended) return;
    try {
      const ticket = await this.#ticket('socket');
      const socket = io(this.#url, {
        auth: { ticket, protocol: PROTOCOL_VERSION },
        reconnection: false,
        transports: ['websocket'],
        forceNew: true,
      });
      this.#socket = socket;
      socket.on('workshop:welcome', (welcome: Welcome) => {
        this.welcome = welcome;
        this.#welcomed.splice(0).forEach((tell) => tell());
      });
      socket.on('disconnect', () => this.#again());
      socket.on('connect_error', () => this.#again());
    } catch {
      this.#again();
    }
  }

  #again(): void {
    this.welcome = null;
    this.#socket?.close();
    if (!this.#ended) setTimeout(() => void this.#try(), Math.random() * 500);
  }
}
