/**
 * How a workshop was last shown at this seat, kept for a page that opens without a line. Owns when it is kept, when it is shown again and when it goes;
 * only a page of the same build understands it. Must not know what the regions show.
 */
import type { SeatId, WorkshopId } from '../../../shared/kernel/ids.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import type { ConnectionState } from '../../connection/connection.ts';
import { dropCopy, dropStrayCopies, KeptCopy } from '../../store/kept-copy.ts';
import type { WorkshopStore } from '../../store/workshop-store.ts';

/** More often is nothing that anybody would miss. */
const BETWEEN_MS = 1_000;
const WORD = 'view';

export class LastSeen {
  readonly #workshop: WorkshopId;
  readonly #seat: SeatId;
  readonly #copy: KeptCopy;
  #kept: WorkshopState | null = null;
  #due: ReturnType<typeof setTimeout> | undefined;
  #asked = false;

  constructor(workshop: WorkshopId, seat: SeatId) {
    dropStrayCopies(Date.now());
    this.#workshop = workshop;
    this.#seat = seat;
    this.#copy = new KeptCopy(workshop, seat);
  }

  /** Only what the server said: the line is up. */
  keep(view: WorkshopState): void {
    if (view === this.#kept) return;
    this.#kept = view;
    this.#due ??= setTimeout(() => {
      this.#due = undefined;
      this.#copy.remember(WORD, { build: import.meta.url, view: this.#kept });
    }, BETWEEN_MS);
  }

  /** The server cannot be reached: what was last seen stands in for it. */
  async show(store: WorkshopStore, connection: ConnectionState): Promise<void> {
    if (this.#asked || (connection.kind !== 'waiting' && connection.kind !== 'offline')) return;
    this.#asked = true;
    const kept = await this.#copy.recall(WORD);
    if (typeof kept !== 'object' || kept === null || !('build' in kept) || !('view' in kept)) return;
    if (kept.build === import.meta.url) store.recall(kept.view as WorkshopState);
  }

  /** The seat is over: nothing of it stays. */
  drop(): void {
    this.close();
    dropCopy(this.#workshop, this.#seat);
  }

  close(): void {
    clearTimeout(this.#due);
    this.#due = undefined;
    this.#copy.close();
  }
}
