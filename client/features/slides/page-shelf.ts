/** The pages of one deck that were fetched, as blob: addresses, because the server shows them to seats only. Owns the addresses until `close`. */
import type { FileId } from '../../../shared/kernel/ids.ts';
import type { Connection } from '../../connection/connection.ts';
import { fetchPage, readPages, type DeckPage } from '../../connection/slides-api.ts';

type Seat = Pick<Connection, 'workshop' | 'authorization'>;

export class PageShelf {
  readonly deck: FileId;
  readonly #seat: Seat;
  readonly #addresses = new Map<number, Promise<string>>();
  #words: Promise<readonly DeckPage[] | null> | null = null;

  constructor(seat: Seat, deck: FileId) {
    this.#seat = seat;
    this.deck = deck;
  }

  /** Rejects when the page cannot be had; the next call tries anew. */
  addressOf(page: number): Promise<string> {
    const known = this.#addresses.get(page);
    if (known !== undefined) return known;
    const coming = fetchPage(this.#seat, this.deck, page).then((blob) => URL.createObjectURL(blob));
    this.#addresses.set(page, coming);
    coming.catch(() => this.#addresses.delete(page));
    return coming;
  }

  /** Null while they cannot be had. */
  async wordsOf(page: number): Promise<string | null> {
    this.#words ??= readPages(this.#seat, this.deck).then((answer) => (answer.ok ? answer.value.pages : null));
    const pages = await this.#words;
    if (pages === null) this.#words = null;
    return pages?.[page - 1]?.text ?? null;
  }

  close(): void {
    for (const address of this.#addresses.values()) address.then(URL.revokeObjectURL, () => {});
    this.#addresses.clear();
  }
}
