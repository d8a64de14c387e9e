/**
 * Which Yjs client belongs to which seat, for one document. Owns the binding at first use and its durable record, a small prose document
 * of its own beside the board, so that authorship survives restarts and compaction. Must not know sockets. Nothing a client says
 * about authors inside the board is ever read.
 */
import * as Y from 'yjs';
import type { SeatId } from '../../shared/kernel/ids.ts';
import type { Clock, ProseStore } from '../ports.ts';

export class AuthorLedger {
  readonly #name: string;
  readonly #prose: ProseStore;
  readonly #clock: Clock;
  readonly #record: Y.Map<SeatId>;
  readonly #bound = new Map<number, SeatId>();
  readonly #hearing = new Set<(client: number, seat: SeatId) => void>();
  #unstored: number[] = [];

  private constructor(name: string, document: Y.Doc, prose: ProseStore, clock: Clock) {
    this.#name = name;
    this.#prose = prose;
    this.#clock = clock;
    this.#record = document.getMap<SeatId>('authors');
    for (const [client, seat] of this.#record.entries()) this.#bound.set(Number(client), seat);
  }

  static of(name: string, document: Y.Doc, ports: { readonly prose: ProseStore; readonly clock: Clock }): AuthorLedger {
    return new AuthorLedger(name, document, ports.prose, ports.clock);
  }

  seatOf(client: number): SeatId | undefined {
    return this.#bound.get(client);
  }

  /** Every binding there is, those not yet stored among them. */
  all(): Readonly<Record<string, SeatId>> {
    return Object.fromEntries(this.#bound);
  }

  /** Hears each new binding; the answer stops it. */
  onClaim(heard: (client: number, seat: SeatId) => void): () => void {
    this.#hearing.add(heard);
    return () => void this.#hearing.delete(heard);
  }

  /** True when the Yjs client is, or now becomes, this seat's. */
  claim(client: number, seat: SeatId): boolean {
    const holder = this.#bound.get(client);
    if (holder !== undefined) return holder === seat;
    this.#bound.set(client, seat);
    this.#unstored.push(client);
    for (const heard of this.#hearing) heard(client, seat);
    return true;
  }

  /** Makes new bindings durable; called before the first update of such a client is appended. Rejects with the store's fault. */
  async store(): Promise<void> {
    if (this.#unstored.length === 0) return;
    const fresh = this.#unstored;
    const document = this.#record.doc;
    if (document === null) return;
    const before = Y.encodeStateVector(document);
    document.transact(() => {
      for (const client of fresh) {
        const seat = this.#bound.get(client);
        if (seat !== undefined && !this.#record.has(String(client))) this.#record.set(String(client), seat);
      }
    });
    this.#unstored = [];
    try {
      const body = Y.encodeStateAsUpdate(document, this.#behind ?? before);
      await this.#prose.append(this.#name, [{ body, seat: null, at: this.#clock.now() }]);
      this.#behind = null;
    } catch (cause) {
      // The record in memory is ahead of the store now: the next try writes from where the store is.
      this.#behind ??= before;
      this.#unstored = [...fresh, ...this.#unstored];
      throw cause;
    }
  }

  #behind: Uint8Array | null = null;
}
