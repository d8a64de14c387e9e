/** What the editors of one board may ask of the room around them. Owns the interface only; board.ts provides it. */
import type { FileId, PersonId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import type { NotesAuthors } from '../../../shared/protocol/notes-messages.ts';
import type { MentionOf } from '../../../shared/notes/node-specs.ts';

export interface PersonChoice {
  readonly id: PersonId;
  readonly name: string;
}

export interface Mentionable {
  readonly of: MentionOf;
  readonly ref: string;
  /** As it is written in the reader's language. */
  readonly name: string;
  /** Every way in which it is written, to be found by. */
  readonly names: readonly string[];
}

/** Attributes of a block that is made now: '' for what is not known. */
export interface Moment {
  readonly at: string;
  readonly offset: string;
}

export type BoardWarning = 'historyFailed' | 'pasteTooLarge' | 'linkRefused' | 'uploading' | 'uploadFailed';

export interface Surroundings {
  language(): Language;
  /** Everyone on the roster, in the order of their names. */
  people(): readonly PersonChoice[];
  /** Whoever has the floor now. */
  holder(): PersonId | null;
  /** The name of whoever sits there; '' when the seat is unknown. Never taken from what a peer says about itself. */
  nameOf(seat: unknown): string;
  /** Whom a line may name: people and organizations of the roster. */
  mentionable(): readonly Mentionable[];
  /** '' when the roster does not know them. */
  nameOfMentioned(of: MentionOf, ref: string): string;
  /** Yjs client → seat; null when it is not to be shown who wrote what. */
  authors(): NotesAuthors | null;
  /** Now, by the server's clock, and in the recording when there is one. */
  moment(): Moment;
  /** Whether so many characters can be sent at once. */
  fits(characters: number): boolean;
  /** Tells the writer in the board's bar; null takes back what was told. */
  warn(warning: BoardWarning | null): void;
  /** Uploads a picture. Rejects when the server does not take it. */
  keepPicture(picture: File): Promise<FileId>;
  /** A blob: address of the picture, good until the board is closed. Rejects when it cannot be had. */
  pictureAddress(file: FileId): Promise<string>;
  /** Hears when people, language or the right to write have changed. */
  onChange(hear: () => void): () => void;
}
