/** What every part of the editors' page reads and may ask of it. Owns the shape, and the questions asked of a piece in several places. */
import type { DraftCommand } from '../../../shared/drafting/commands.ts';
import type { Present, WorkingCopyReply } from '../../../shared/drafting/replies.ts';
import { isOvertaken, type Comment, type Piece, type WorkingCopy } from '../../../shared/drafting/working-copy.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import type { DraftSession } from './session.ts';

export interface Place {
  readonly language: Language;
  readonly piece: string;
}

export interface Sheet {
  readonly session: DraftSession;
  readonly state: WorkingCopy;
  readonly reply: WorkingCopyReply;
  /** Of the page. */
  readonly language: Language;
  readonly chosen: Place | null;
  readonly editing: Place | null;
  readonly showDeleted: boolean;
  readonly stale: Readonly<Record<Language, ReadonlySet<string>>>;
  readonly pictures: Readonly<Record<string, string>>;
  /** The others who have the copy open. */
  readonly present: readonly Present[];
  choose(place: Place | null): void;
  edit(place: Place | null): void;
  /** False when it was refused; the page has said why. */
  send(command: DraftCommand): Promise<boolean>;
}

export const isAt = (place: Place | null, language: Language, piece: string): boolean =>
  place !== null && place.language === language && place.piece === piece;

export const openComments = ({ state }: Sheet, language: Language, piece: string): readonly Comment[] =>
  state.comments.filter(
    (one) => one.language === language && one.piece === piece && one.under === null && one.resolved === null,
  );

export const typingAt = ({ present }: Sheet, language: Language, piece: string): readonly string[] =>
  present.filter(({ at }) => isAt(at, language, piece)).map(({ name }) => name);

/** The tags that stand after a piece, by their phrase. */
export const tagsOf = (sheet: Sheet, language: Language, piece: Piece) =>
  [
    piece.state === 'deleted' ? ('tagDeleted' as const) : null,
    isOvertaken(piece) ? ('tagOvertaken' as const) : null,
    sheet.stale[language].has(piece.id) ? ('tagStale' as const) : null,
    piece.origin === 'written' && piece.state !== 'deleted' ? ('tagWritten' as const) : null,
    piece.origin === 'facts' && piece.state === 'edited' && !isOvertaken(piece) ? ('tagEdited' as const) : null,
  ].filter((tag) => tag !== null);
