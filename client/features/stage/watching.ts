/**
 * Which pictures are fetched and how large: joins what all tiles want and tells the media session only what has changed.
 * Asked at the end of the turn, so that a tile moving from strip to stage does not stop its picture in between.
 */
import type { SeatId } from '../../../shared/kernel/ids.ts';
import type { Source } from '../../../shared/workshop/stage/types.ts';
import type { MediaSession, PictureSize } from '../../media/media-session.ts';

const SIZES: readonly PictureSize[] = ['small', 'medium', 'large'];

interface Wish {
  readonly seat: SeatId;
  readonly source: Source;
  readonly size: PictureSize;
}

export class Watching {
  readonly #media: Pick<MediaSession, 'watch'>;
  readonly #wishes = new Map<object, Wish>();
  readonly #told = new Map<string, Wish>();
  #planned = false;
  #isSeen = true;

  constructor(media: Pick<MediaSession, 'watch'>) {
    this.#media = media;
    globalThis.document?.addEventListener('visibilitychange', this.#looked);
  }

  close(): void {
    globalThis.document?.removeEventListener('visibilitychange', this.#looked);
  }

  /** Nobody looks at a page that lies behind others; a picture taken out of the window is still looked at. */
  readonly #looked = (): void => {
    this.#isSeen = !document.hidden || document.pictureInPictureElement !== null;
    this.#tell();
  };

  /** `size` null: this tile wants nothing now. */
  want(tile: object, seat: SeatId, source: Source, size: PictureSize | null): void {
    if (size === null) this.#wishes.delete(tile);
    else this.#wishes.set(tile, { seat, source, size });
    if (this.#planned) return;
    this.#planned = true;
    queueMicrotask(() => this.#tell());
  }

  #tell(): void {
    this.#planned = false;
    const wanted = new Map<string, Wish>();
    for (const wish of this.#isSeen ? this.#wishes.values() : []) {
      const key = `${wish.source}:${wish.seat}`;
      const other = wanted.get(key);
      if (other === undefined || SIZES.indexOf(wish.size) > SIZES.indexOf(other.size)) wanted.set(key, wish);
    }
    for (const [key, { seat, source }] of this.#told) {
      if (wanted.has(key)) continue;
      this.#told.delete(key);
      this.#media.watch(seat, source, null);
    }
    for (const [key, wish] of wanted) {
      if (this.#told.get(key)?.size === wish.size) continue;
      this.#told.set(key, wish);
      this.#media.watch(wish.seat, wish.source, wish.size);
    }
  }
}
