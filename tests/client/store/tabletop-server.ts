// A server on the table: the real decider behind a line that can be cut, with answers that can be swallowed. For tests of the store only.
import { signal } from '@lit-labs/signals';
import type { Connection, ConnectionListener, ConnectionState } from '../../../client/connection/connection.ts';
import { id, instant, type CommandId, type SeatId, type WorkshopId } from '../../../shared/kernel/ids.ts';
import type { CommandReply, Welcome } from '../../../shared/protocol/workshop-messages.ts';
import { decide, evolveEntry } from '../../../shared/workshop/decider.ts';
import { entryFor, viewFor } from '../../../shared/workshop/view-for.ts';
import {
  LOG_VERSION,
  type Entry,
  type WorkshopCommand,
  type WorkshopState,
} from '../../../shared/workshop/workshop.ts';
import type { Played } from '../../support/workshop-spec.ts';

export class TabletopServer {
  state: WorkshopState;
  readonly entries: Entry[];
  time = 1_000;
  /** Every command that reached the server, repeated ones too. */
  readonly received: CommandId[] = [];
  readonly #answers = new Map<CommandId, CommandReply>();

  constructor(played: Played) {
    this.state = played.state;
    this.entries = [...played.entries];
  }

  dispatch(seat: SeatId, command: CommandId, wish: WorkshopCommand): { reply: CommandReply; entry: Entry | null } {
    this.received.push(command);
    const known = this.#answers.get(command);
    if (known) return { reply: known, entry: null };
    const at = instant(this.time);
    const by = { kind: 'seat', seat } as const;
    const decision = decide(this.state, wish, { by, at, cause: command });
    const entry: Entry | null = decision.ok
      ? { seq: this.entries.length + 1, at, by, cause: command, v: LOG_VERSION, events: decision.events }
      : null;
    const reply: CommandReply = decision.ok
      ? { ok: true, seq: this.entries.length + 1, at }
      : { ok: false, refusal: decision.refusal };
    this.#answers.set(command, reply);
    if (entry) {
      this.entries.push(entry);
      this.state = evolveEntry(this.state, entry);
    }
    return { reply, entry };
  }
}

export type Swallow = 'nothing' | 'the question' | 'the answer' | 'the entry';

export class TabletopLine implements Connection {
  readonly workshop = id<WorkshopId>('w');
  readonly seat: SeatId;
  readonly state$ = signal<ConnectionState>({ kind: 'connecting' });
  swallow: Swallow = 'nothing';
  caughtUp: number[] = [];
  readonly #server: TabletopServer;
  readonly #listeners = new Set<ConnectionListener>();

  constructor(server: TabletopServer, seat: SeatId) {
    this.#server = server;
    this.seat = seat;
  }

  up(): void {
    const { state, entries, time } = this.#server;
    this.state$.set({ kind: 'up', epoch: 'one' });
    const welcome: Welcome = {
      protocol: 1,
      epoch: 'one',
      serverTime: instant(time),
      workshop: this.workshop,
      seat: this.seat,
      seq: entries.length,
      view: viewFor(state, this.seat),
    };
    for (const listener of this.#listeners) listener.welcome?.(welcome);
  }

  cut(): void {
    this.state$.set({ kind: 'waiting', attempt: 1, retryAt: 0 });
  }

  hear(entry: Entry): void {
    const mine = entryFor(entry, this.#server.state, this.seat);
    for (const listener of this.#listeners) listener.entry?.(mine, instant(this.#server.time));
  }

  reportLine(): void {
    // How this line carries is told to nobody at this table.
  }

  listen(listener: ConnectionListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  command(command: CommandId, wish: WorkshopCommand): Promise<CommandReply> {
    if (this.state$.get().kind !== 'up' || this.swallow === 'the question') return Promise.reject(new Error('cut'));
    const { reply, entry } = this.#server.dispatch(this.seat, command, wish);
    if (this.swallow === 'the answer') return Promise.reject(new Error('cut'));
    if (entry && this.swallow !== 'the entry') this.hear(entry);
    return Promise.resolve(reply);
  }

  catchUp(since: number): ReturnType<Connection['catchUp']> {
    this.caughtUp.push(since);
    const entries = this.#server.entries.slice(since).map((entry) => entryFor(entry, this.#server.state, this.seat));
    return Promise.resolve({ ok: true, entries, serverTime: instant(this.#server.time) });
  }

  react(): Promise<boolean> {
    return Promise.resolve(false);
  }

  media = (): never => {
    throw new Error('no media on the table');
  };
  notesTicket = (): Promise<string> => Promise.resolve('');
  authorization = (): string => '';
  leave = (): Promise<void> => Promise.resolve();
  close = (): void => undefined;
}
