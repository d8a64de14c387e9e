/** The pages of slides: kept as pictures with their words, found by workshop, deck and number. */
import type { FileId, Instant, WorkshopId } from '../../shared/kernel/ids.ts';

export interface DeckPage {
  readonly width: number;
  readonly height: number;
  /** The page's words, for whoever cannot see it; empty where the file has none. */
  readonly text: string;
}

export type DeckRefusal =
  'slides/tooLarge' | 'slides/notAPdf' | 'slides/locked' | 'slides/tooManyPages' | 'slides/tooLong' | 'slides/busy';

export interface DeckShelf {
  /** Reads a PDF apart from everything else, draws its pages and keeps them; nothing of the file itself is kept. */
  keep(
    workshop: WorkshopId,
    pdf: Uint8Array,
  ): Promise<
    | { readonly ok: true; readonly id: FileId; readonly pages: readonly DeckPage[] }
    | { readonly ok: false; readonly code: DeckRefusal }
  >;
  pages(workshop: WorkshopId, deck: FileId): Promise<readonly DeckPage[] | null>;
  /** The picture's path; pages count from 1. */
  open(workshop: WorkshopId, deck: FileId, page: number): Promise<string | null>;
  drop(workshop: WorkshopId, deck: FileId): Promise<void>;
  /** Removes what was kept before this instant and stands on no agenda. Answers how many decks. */
  purge(before: Instant, isUsed: (workshop: WorkshopId, deck: FileId) => Promise<boolean>): Promise<number>;
  close(): void;
}
