/**
 * One board in memory. Owns applying updates, the group commit a tick (append, then tell), retrying a failing store, and compaction.
 * Must not know sockets, seats' rights or JSON. What is in memory ahead of the store is never handed out: joiners wait for `settled`.
 */
import * as Y from 'yjs';
import type { SeatId } from '../../shared/kernel/ids.ts';
import type { Clock, ProseStore } from '../ports.ts';
import type { AuthorLedger } from './author-ledger.ts';
import { forgetPending, type LoadedDocument } from './board-loading.ts';
import type { NotesCount, NotesLimits, NotesLog } from './notes-options.ts';

/** Who sent an update, as the listener needs it again when the update is durable. */
export interface Author {
  readonly seat: SeatId | null;
}

export interface BoardListener {
  /** Durable now: `update` is all of this tick merged, `vector` what is stored. `counts`: update frames by author. */
  stored(update: Uint8Array | null, vector: Uint8Array, counts: ReadonlyMap<Author, number>): void;
  /** The store failed: these authors' words are in memory only. Told once an outage for each author. */
  notStored(authors: ReadonlySet<Author>): void;
}

export interface BoardPorts {
  readonly prose: ProseStore;
  readonly clock: Clock;
  readonly count: (what: NotesCount) => void;
  readonly log: NotesLog;
  readonly limits: NotesLimits;
}

interface Waiting {
  readonly author: Author;
  /** Null: the frame brought nothing new, but its author is to hear that it is safe. */
  readonly body: Uint8Array | null;
}

export class BoardDocument {
  readonly name: string;
  readonly document: Y.Doc;
  readonly ledger: AuthorLedger;
  readonly recovered: boolean;
  readonly #ports: BoardPorts;
  readonly #listeners = new Set<BoardListener>();
  #waiting: Waiting[] = [];
  #waitingBytes = 0;
  #inFlight: readonly Waiting[] = [];
  #heardOfOutage = new Set<Author>();
  #applied: Uint8Array | null = null;
  #last: number;
  #tail: number;
  #work: 'idle' | 'due' | 'running' | 'retrying' = 'idle';
  #retryIn: number;
  #cancelRetry: () => void = () => {};
  #settling: (() => void)[] = [];

  constructor(name: string, loaded: LoadedDocument, ledger: AuthorLedger, ports: BoardPorts) {
    this.name = name;
    this.document = loaded.document;
    this.recovered = loaded.recovered;
    this.ledger = ledger;
    this.#last = loaded.last;
    this.#tail = loaded.tail;
    this.#ports = ports;
    this.#retryIn = ports.limits.retryFirst;
    this.document.on('update', (update: Uint8Array) => {
      this.#applied = this.#applied === null ? update : Y.mergeUpdates([this.#applied, update]);
    });
  }

  listen(listener: BoardListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Nothing waits for the store. */
  get clean(): boolean {
    return this.#waiting.length === 0 && this.#inFlight.length === 0;
  }

  get full(): boolean {
    return this.#waitingBytes > this.#ports.limits.unstored;
  }

  /** Resolves once all that was applied until now is durable. */
  settled(): Promise<void> {
    return this.clean ? Promise.resolve() : new Promise((resolve) => this.#settling.push(resolve));
  }

  /**
   * Applies an inspected update and queues it for the store. False when it leans on something unknown or cannot be integrated;
   * the document is then as before.
   */
  apply(update: Uint8Array, author: Author): boolean {
    this.#applied = null;
    try {
      Y.applyUpdate(this.document, update, author);
    } catch (cause) {
      this.#ports.log.warn({ document: this.name, cause }, 'an update could not be integrated');
      this.#keep(author);
      forgetPending(this.document);
      return false;
    }
    this.#keep(author);
    return !forgetPending(this.document);
  }

  /** Fills the document from inside (import); durable on resolve. */
  async write(change: (document: Y.Doc) => void): Promise<void> {
    this.#applied = null;
    const author: Author = { seat: null };
    this.document.transact(() => change(this.document), author);
    this.#keep(author);
    await this.settled();
  }

  #keep(author: Author): void {
    const body = this.#applied;
    this.#applied = null;
    this.#waiting.push({ author, body });
    this.#waitingBytes += body?.byteLength ?? 0;
    if (this.#work === 'idle') {
      this.#work = 'due';
      setImmediate(() => void this.#flush());
    } else if (this.#work === 'retrying') this.#tellOutage([{ author, body }]);
  }

  async #flush(): Promise<void> {
    this.#work = 'running';
    while (!this.clean) {
      const batch = this.#waiting;
      this.#inFlight = batch;
      this.#waiting = [];
      const vector = Y.encodeStateVector(this.document);
      try {
        await this.#append(batch);
      } catch (cause) {
        this.#fail(cause);
        return;
      }
      this.#inFlight = [];
      this.#retryIn = this.#ports.limits.retryFirst;
      this.#heardOfOutage.clear();
      this.#tellStored(batch, vector);
    }
    this.#waitingBytes = 0;
    if (this.#tail >= this.#ports.limits.compactAfter) await this.compact();
    const settling = this.#settling;
    this.#settling = [];
    for (const resolve of settling) resolve();
    this.#work = 'idle';
    if (!this.clean) {
      this.#work = 'due';
      setImmediate(() => void this.#flush());
    }
  }

  async #append(batch: readonly Waiting[]): Promise<void> {
    const bySeat = new Map<SeatId | null, Uint8Array[]>();
    for (const { author, body } of batch) {
      if (body === null) continue;
      const bodies = bySeat.get(author.seat);
      if (bodies === undefined) bySeat.set(author.seat, [body]);
      else bodies.push(body);
    }
    if (bySeat.size === 0) return;
    const at = this.#ports.clock.now();
    await this.ledger.store();
    const rows = [...bySeat].map(([seat, bodies]) => ({
      body: bodies.length === 1 && bodies[0] !== undefined ? bodies[0] : Y.mergeUpdates(bodies),
      seat,
      at,
    }));
    this.#last = await this.#ports.prose.append(this.name, rows);
    this.#tail += rows.length;
  }

  #tellStored(batch: readonly Waiting[], vector: Uint8Array): void {
    const counts = new Map<Author, number>();
    const bodies: Uint8Array[] = [];
    for (const { author, body } of batch) {
      counts.set(author, (counts.get(author) ?? 0) + 1);
      if (body !== null) bodies.push(body);
    }
    const merged = bodies.length <= 1 ? (bodies[0] ?? null) : Y.mergeUpdates(bodies);
    for (const listener of this.#listeners) listener.stored(merged, vector, counts);
  }

  #fail(cause: unknown): void {
    this.#ports.count('notes.storeFailed');
    this.#ports.log.error({ document: this.name, cause }, 'notes could not be stored and are kept in memory');
    // One batch from here on, so that the vector told with it covers nothing that is not in it.
    this.#waiting = [...this.#inFlight, ...this.#waiting];
    this.#inFlight = [];
    this.#work = 'retrying';
    this.#tellOutage(this.#waiting);
    const at = this.#ports.clock.now() + this.#retryIn;
    this.#retryIn = Math.min(this.#retryIn * 2, this.#ports.limits.retryLongest);
    this.#cancelRetry = this.#ports.clock.alarm(at as ReturnType<Clock['now']>, () => void this.#flush());
  }

  #tellOutage(waiting: readonly Waiting[]): void {
    const authors = new Set<Author>();
    for (const { author, body } of waiting) if (body !== null && !this.#heardOfOutage.has(author)) authors.add(author);
    for (const author of authors) this.#heardOfOutage.add(author);
    if (authors.size > 0) for (const listener of this.#listeners) listener.notStored(authors);
  }

  /** Folds the log into a snapshot. A failure costs nothing: the log still stands. */
  async compact(): Promise<void> {
    if (this.#tail < 2) return;
    try {
      await this.#ports.prose.compact(this.name, this.#last, Y.encodeStateAsUpdate(this.document));
      this.#tail = 0;
    } catch (cause) {
      this.#ports.log.warn({ document: this.name, cause }, 'notes could not be compacted');
    }
  }

  /** The end of the process: one more attempt, waited for, whatever comes of it. */
  async lastTry(): Promise<void> {
    if (this.#work === 'retrying') {
      this.#cancelRetry();
      await this.#flush();
    } else await this.settled();
  }

  /** Forgets the document; only when it is clean, or when the process ends. */
  drop(): void {
    this.#cancelRetry();
    this.#listeners.clear();
    this.document.destroy();
  }
}
