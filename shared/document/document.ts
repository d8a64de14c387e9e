/**
 * The neutral document: what any text of ours is before it is drawn. Owns the shapes of blocks and spans. Text is text: no markup of any
 * language is in it, and no renderer may take it for markup. Must not know articles, minutes or who draws.
 */
import type { FileId, PersonId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';

/** A run of text of one kind. `link` is an http, https or mailto address, checked where the document was made. */
export interface Span {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly link?: string;
}

export interface Photo {
  readonly kind: 'photo';
  /** Null: the picture is not there; only its caption and credit are known. */
  readonly file: FileId | null;
  readonly caption: string | null;
  /** As printed, such as "Photo by Wang Yaling, NRDC". */
  readonly credit: string | null;
  /** Who is to be seen; never shown, kept for who must agree to it. */
  readonly shows?: readonly PersonId[];
}

/** Words of a person as they stand in a paragraph; never shown apart, kept for who must agree to exactly them. */
export interface Spoken {
  readonly person: PersonId;
  readonly kind: 'statement' | 'quote';
  readonly text: string;
}

export interface ListItem {
  readonly spans: readonly Span[];
  readonly below?: List;
}

export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

type Cell = readonly Span[];

export type Block =
  /** `sources` are the draft's ids of where it comes from; never shown, kept for who must approve it. */
  | {
      readonly kind: 'paragraph';
      readonly spans: readonly Span[];
      readonly sources?: readonly string[];
      readonly spoken?: readonly Spoken[];
    }
  /** The document's title is level 1 and no block. */
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly spans: readonly Span[] }
  | List
  /** Every row has as many cells as the first; `head` is null when no row is a heading. */
  | {
      readonly kind: 'table';
      readonly head: readonly Cell[] | null;
      readonly rows: readonly (readonly Cell[])[];
    }
  | { readonly kind: 'quote'; readonly spans: readonly Span[] }
  | { readonly kind: 'rule' }
  | Photo;

export interface Document {
  readonly language: Language;
  readonly title: string;
  /** A line below the title, such as a date and who wrote it. */
  readonly byline: string | null;
  readonly blocks: readonly Block[];
}
