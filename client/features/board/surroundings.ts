/** What the editors of one board may ask of the room around them. Owns the interface only; board.ts provides it. */
import type { FileId, PersonId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';

export interface PersonChoice {
  readonly id: PersonId;
  readonly name: string;
}

export interface Surroundings {
  language(): Language;
  /** Everyone on the roster, in the order of their names. */
  people(): readonly PersonChoice[];
  /** Whoever has the floor now. */
  holder(): PersonId | null;
  /** The name of whoever sits there; '' when the seat is unknown. Never taken from what a peer says about itself. */
  nameOf(seat: unknown): string;
  /** Whether so many characters can be sent at once. */
  fits(characters: number): boolean;
  pasteRefused(): void;
  /** Uploads a picture. Rejects when the server does not take it. */
  keepPicture(picture: File): Promise<FileId>;
  /** A blob: address of the picture, good until the board is closed. Rejects when it cannot be had. */
  pictureAddress(file: FileId): Promise<string>;
  /** Hears when people, language or the right to write have changed. */
  onChange(hear: () => void): () => void;
}
