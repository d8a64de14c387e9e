/**
 * One running workshop: the single writer of its log. Owns the order of things: one queue, decide, append, then evolve and announce.
 * Nothing is announced that is not stored; a failed append means that nothing happened. Must not know sockets, SQL or media.
 */
import type { CommandId, Instant, WorkshopId } from '../../shared/kernel/ids.ts';
import type { CommandReply } from '../../shared/protocol/workshop-messages.ts';
import type { Actor, Circumstance } from '../../shared/workshop/actor.ts';
import { boxChange, boxFor, loggedAs, type BoxChange } from '../../shared/workshop/concealed.ts';
import { decide, evolveEntry, initialState } from '../../shared/workshop/decider.ts';
import { rewrittenBy } from '../../shared/workshop/erasing.ts';
import { upcast } from '../../shared/workshop/upcast.ts';
import {
  LOG_VERSION,
  type Entry,
  type WorkshopCommand,
  type WorkshopEvent,
  type WorkshopState,
} from '../../shared/workshop/workshop.ts';
import { Fault } from '../faults.ts';
import type { Clock, FactStore, WorkshopSummary } from '../ports.ts';
import { createReplies, type Replies } from './replies.ts';
import { summaryOf } from './summary.ts';

export type RoomListener = (entry: Entry, before: WorkshopState, after: WorkshopState) => void;

export interface RoomOptions {
  readonly facts: FactStore;
  readonly clock: Clock;
  /** Told when an append failed; the command's sender is told in general words. */
  readonly onFault: (fault: unknown) => void;
}

export class WorkshopRoom {
  readonly id: WorkshopId;
  readonly #options: RoomOptions;
  readonly #listeners = new Set<RoomListener>();
  #entries: Entry[] = [];
  #state: WorkshopState = initialState;
  #replies: Replies = createReplies([]);
  #summary: WorkshopSummary;
  #queue: Promise<unknown> = Promise.resolve();
  /** Set when an append failed in a way that may yet have been written: the log is read again before the next command. */
  #doubtful = false;

  private constructor(summary: WorkshopSummary, options: RoomOptions) {
    this.id = summary.id;
    this.#summary = summary;
    this.#options = options;
  }

  /** Null when there is no such workshop. Rejects with a Fault when its log cannot be read. */
  static async open(id: WorkshopId, options: RoomOptions): Promise<WorkshopRoom | null> {
    const loaded = await options.facts.load(id);
    if (!loaded) return null;
    const room = new WorkshopRoom(loaded.summary, options);
    room.#take(loaded.entries);
    return room;
  }

  get state(): WorkshopState {
    return this.#state;
  }

  get seq(): number {
    return this.#entries.length;
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  get summary(): WorkshopSummary {
    return this.#summary;
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /** Hears every entry, in order, from now on. */
  listen(listener: RoomListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Runs inside the room's queue: nothing is appended meanwhile, so a snapshot and the listening after it leave no gap. */
  inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    const turn = this.#queue.then(work, work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Never rejects for what a sender did; a Fault of the store becomes `protocol/unavailable`. */
  dispatch(by: Actor, id: CommandId, command: WorkshopCommand, at?: Instant): Promise<CommandReply> {
    return this.inTurn(() => this.#handle(by, id, command, at ?? this.#options.clock.now()));
  }

  /** Several at once by one of the house's own actors, stored in one go: what is refused is left out; when storing fails, nothing happened. */
  dispatchTogether(
    by: Actor,
    asked: readonly { readonly id: CommandId; readonly command: WorkshopCommand }[],
  ): Promise<void> {
    return this.inTurn(async () => {
      try {
        if (this.#doubtful) await this.#readAgain();
        const at = this.#options.clock.now();
        const entries: Entry[] = [];
        let state = this.#state;
        for (const { id, command } of asked) {
          const decision = decide(state, command, { by, at, cause: id });
          if (!decision.ok || decision.events.length === 0) continue;
          const seq = this.seq + entries.length + 1;
          const entry: Entry = { seq, at, by, cause: id, v: LOG_VERSION, events: decision.events };
          entries.push(entry);
          state = evolveEntry(state, entry);
        }
        if (entries.length > 0) await this.#store(entries, state);
      } catch (fault) {
        this.#options.onFault(fault);
      }
    });
  }

  async #handle(by: Actor, id: CommandId, command: WorkshopCommand, at: Instant): Promise<CommandReply> {
    try {
      if (this.#doubtful) await this.#readAgain();
      const earlier = this.#replies.find(id, by);
      if (earlier === 'foreign') return { ok: false, error: { code: 'protocol/malformed', detail: 'id' } };
      if (earlier) return earlier;
      const opened = boxFor(this.#state, command);
      const box = opened === null ? {} : { box: await this.#options.facts.box(this.id, opened) };
      const decision = decide(this.#state, command, { by, at, cause: id, ...box });
      const reply: CommandReply = decision.ok
        ? await this.#append(command, { by: loggedAs(command, by), at, cause: id }, decision.events)
        : { ok: false, refusal: decision.refusal };
      this.#replies.remember(id, by, reply);
      return reply;
    } catch (fault) {
      this.#options.onFault(fault);
      return { ok: false, error: { code: 'protocol/unavailable' } };
    }
  }

  async #append(
    command: WorkshopCommand,
    circumstance: Circumstance,
    events: readonly WorkshopEvent[],
  ): Promise<CommandReply> {
    const { at } = circumstance;
    if (events.length === 0) return { ok: true, seq: this.seq, at };
    const entry: Entry = { seq: this.seq + 1, ...circumstance, v: LOG_VERSION, events };
    await this.#store([entry], evolveEntry(this.#state, entry), boxChange(this.#state, command) ?? undefined);
    return { ok: true, seq: entry.seq, at };
  }

  /** `last`: the state after all of them. */
  async #store(entries: readonly Entry[], last: WorkshopState, box?: BoxChange): Promise<void> {
    const summary = summaryOf(this.id, last, this.#summary);
    const rewritten = rewrittenBy(
      entries.flatMap(({ events }) => events),
      this.#entries,
    );
    try {
      await this.#options.facts.append(this.id, entries, summary, box, rewritten);
    } catch (cause) {
      this.#doubtful = true;
      throw cause;
    }
    this.#summary = summary;
    for (const entry of rewritten) this.#entries[entry.seq - 1] = entry;
    for (const entry of entries) this.#announce(entry, this.#state, evolveEntry(this.#state, entry));
  }

  #announce(entry: Entry, before: WorkshopState, after: WorkshopState): void {
    this.#entries.push(entry);
    this.#state = after;
    this.#replies.learn(entry);
    for (const listener of [...this.#listeners]) {
      try {
        listener(entry, before, after);
      } catch (fault) {
        this.#options.onFault(fault);
      }
    }
  }

  async #readAgain(): Promise<void> {
    const loaded = await this.#options.facts.load(this.id);
    if (!loaded) throw new Fault('store/damaged', `The log of workshop ${this.id} is gone.`);
    // What was rewritten is read anew as well; the state is the same.
    this.#entries = loaded.entries.slice(0, this.seq).map((stored) => this.#brought(stored));
    for (const stored of loaded.entries.slice(this.seq)) {
      const entry = this.#brought(stored);
      this.#announce(entry, this.#state, evolveEntry(this.#state, entry));
    }
    this.#doubtful = false;
  }

  #brought(stored: Entry): Entry {
    const brought = upcast(stored);
    if (brought.ok) return brought.entry;
    throw new Fault(
      'store/newerVersion',
      `Workshop ${this.id} has entries of version ${brought.v}, which this server cannot read.`,
    );
  }

  #take(stored: readonly Entry[]): void {
    this.#entries = stored.map((entry) => this.#brought(entry));
    const broken = this.#entries.findIndex((entry, i) => entry.seq !== i + 1);
    if (broken !== -1) throw new Fault('store/damaged', `The log of workshop ${this.id} lacks entry ${broken + 1}.`);
    this.#state = this.#entries.reduce(evolveEntry, initialState);
    this.#replies = createReplies(this.#entries);
  }
}
