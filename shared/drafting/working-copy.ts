/**
 * The working copy as data: pieces of text that follow their facts until a person edits them. Owns the shapes; what happens to them is
 * merge.ts and evolve.ts. Must not know who may edit.
 */
import type { AccountId, FileId, Instant, PersonId, SeatId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import type { HeadlineChoice, LeadVariant, SectionKind, SourceId } from '../update/article.ts';

export type PieceRole = 'headline' | 'sentence' | 'picture' | 'caption' | 'credit';

/** Whose words a piece carries; they are asked before it is published where the workshop wants that. */
export interface Voice {
  readonly person: PersonId;
  readonly kind: 'statement' | 'quote';
}

/** What the facts give for one piece. A picture has a file, or is only known by its caption, and no text. */
export interface Fresh {
  /** The role and the first of its sources: the same in both languages, and the same again when the facts are told anew. */
  readonly key: string;
  readonly role: PieceRole;
  readonly section: SectionKind;
  /** Begins a paragraph. */
  readonly opens: boolean;
  readonly text: string;
  readonly sources: readonly SourceId[];
  readonly voice: Voice | null;
  readonly file: FileId | null;
}

/**
 * `follows`: as the facts give it. `edited`: a person's words; `seen` is the suggestion they last had before them. `deleted` stays so,
 * whatever the facts say. A written piece was never given by facts, but may carry those of its counterpart in the other language.
 */
export interface Piece extends Fresh {
  readonly id: string;
  readonly origin: 'facts' | 'written';
  readonly state: 'follows' | 'edited' | 'deleted';
  /** What the facts give now; null: nothing. */
  readonly given: string | null;
  readonly seen: string | null;
  /** The number of the entry in which its text changed last, and in which it was found to agree with its counterpart. */
  readonly changed: number;
  readonly checked: number;
}

export interface Copy {
  readonly pieces: readonly Piece[];
  /** Once an editor has moved a paragraph, the facts no longer say in which order pieces stand. */
  readonly ordered: 'byFacts' | 'byEditor';
  /** The key of the chosen headline; null: the first that is offered. */
  readonly headline: string | null;
  readonly headlines: readonly HeadlineChoice[];
  readonly lead: LeadVariant;
  readonly authors: string | null;
}

export interface Author {
  readonly name: string;
  readonly account: AccountId | null;
  readonly seat: SeatId | null;
}

export interface Comment {
  readonly id: string;
  readonly language: Language;
  readonly piece: string;
  readonly text: string;
  /** The comment it answers; threads are one deep. */
  readonly under: string | null;
  readonly by: Author;
  readonly at: Instant;
  readonly resolved: { readonly by: Author; readonly at: Instant } | null;
}

export interface WorkingCopy {
  /** The number of the last entry; 0 before there is any. */
  readonly seq: number;
  readonly copies: { readonly [L in Language]?: Copy };
  readonly comments: readonly Comment[];
  /** The key of the house style; null: the organization's. */
  readonly style: string | null;
  /** Nothing with somebody's words or portrait is published unless they agreed to exactly that. */
  readonly asksApproval: boolean;
  /** Who is to be seen in a picture, by the picture's key. */
  readonly shows: Readonly<Record<string, readonly PersonId[]>>;
}

export const EMPTY_COPY: WorkingCopy = {
  seq: 0,
  copies: {},
  comments: [],
  style: null,
  asksApproval: false,
  shows: {},
};

/** A piece whose facts have changed since its editor last looked at them. */
export const isOvertaken = (piece: Piece): boolean =>
  piece.origin === 'facts' && piece.state === 'edited' && piece.given !== piece.seen && piece.given !== piece.text;

export const pieceOf = (state: WorkingCopy, language: Language, id: string): Piece | undefined =>
  state.copies[language]?.pieces.find((piece) => piece.id === id);
