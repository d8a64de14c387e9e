/** The boards in memory. Owns loading each once and letting go of it safely; must not know sockets. */
import type { Instant } from '../../shared/kernel/ids.ts';
import { AuthorLedger } from './author-ledger.ts';
import { BoardDocument, type BoardPorts } from './board-document.ts';
import { loadDocument } from './board-loading.ts';

interface Place {
  readonly loading: Promise<BoardDocument>;
  users: number;
  cancelUnload: () => void;
}

export class DocumentShelf {
  readonly #ports: BoardPorts;
  readonly #places = new Map<string, Place>();

  constructor(ports: BoardPorts) {
    this.#ports = ports;
  }

  get size(): number {
    return this.#places.size;
  }

  /** Rejects with the store's fault; the next call tries anew. Each success is answered by one `release`. */
  async take(name: string): Promise<BoardDocument> {
    let place = this.#places.get(name);
    if (place === undefined) {
      place = { loading: this.#load(name), users: 0, cancelUnload: () => {} };
      this.#places.set(name, place);
    }
    place.cancelUnload();
    place.users += 1;
    try {
      return await place.loading;
    } catch (cause) {
      if (this.#places.get(name) === place) this.#places.delete(name);
      throw cause;
    }
  }

  release(name: string): void {
    const place = this.#places.get(name);
    if (place === undefined) return;
    place.users -= 1;
    if (place.users > 0) return;
    const at = (this.#ports.clock.now() + this.#ports.limits.linger) as Instant;
    place.cancelUnload = this.#ports.clock.alarm(at, () => void this.#unload(name, place));
  }

  /** Waits for what is unsaved; a document that cannot be stored stays in memory. */
  async #unload(name: string, place: Place): Promise<void> {
    const board = await place.loading;
    await board.settled();
    if (place.users > 0) return;
    await board.compact();
    if (place.users > 0 || !board.clean || this.#places.get(name) !== place) return;
    this.#places.delete(name);
    board.drop();
  }

  async #load(name: string): Promise<BoardDocument> {
    const [board, authors] = await Promise.all([
      loadDocument(name, this.#ports),
      loadDocument(`${name}/authors`, this.#ports),
    ]);
    return new BoardDocument(
      name,
      board,
      AuthorLedger.of(`${name}/authors`, authors.document, this.#ports),
      this.#ports,
    );
  }

  /** The end of the process: whatever can be stored is. */
  async close(): Promise<void> {
    const places = [...this.#places.values()];
    this.#places.clear();
    for (const place of places) {
      place.cancelUnload();
      const board = await place.loading.catch(() => null);
      if (board === null) continue;
      await board.lastTry();
      board.drop();
    }
  }
}
