/** The slides of the agenda's items, and which of them are on the stage. The pages are files; the facts know their number. */
import type { AgendaItemId, FileId, SeatId } from '../../kernel/ids.ts';

/** Pages that one item's slides may have. */
export const SLIDES_PAGES = 150;

export interface Deck {
  readonly id: FileId;
  /** What the file was called by who brought it. */
  readonly name: string;
  readonly pages: number;
}

/** `page` counts from 1 and stays with the item, also while other slides are shown. */
export interface ItemSlides extends Deck {
  readonly page: number;
}

export interface SlidesState {
  readonly decks: Readonly<Record<AgendaItemId, ItemSlides>>;
  /** Whose slides are on the stage for everybody. */
  readonly shown: AgendaItemId | null;
}

export type SlidesCommand =
  /** By the door, once the file was read and its pages are kept; `seat` brought it. */
  | { readonly type: 'slides/put'; readonly seat: SeatId; readonly item: AgendaItemId; readonly deck: Deck }
  | { readonly type: 'slides/take'; readonly item: AgendaItemId }
  | { readonly type: 'slides/show'; readonly item: AgendaItemId }
  | { readonly type: 'slides/hide' }
  | { readonly type: 'slides/turn'; readonly item: AgendaItemId; readonly page: number };

export type SlidesEvent =
  | { readonly type: 'slides/put'; readonly seat: SeatId; readonly item: AgendaItemId; readonly deck: Deck }
  | { readonly type: 'slides/taken'; readonly item: AgendaItemId }
  | { readonly type: 'slides/shown'; readonly item: AgendaItemId }
  | { readonly type: 'slides/hidden' }
  | { readonly type: 'slides/turned'; readonly item: AgendaItemId; readonly page: number };

export type SlidesRefusal = 'slides/notPresenting' | 'slides/none' | 'slides/noSuchPage' | 'slides/notShown';
