/** Whether the working copy takes a command: an expected No has a code. Owns the rules of editing; rights are asked at the door. */
import { accept, refuse, type Decision } from '../kernel/decider.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { DraftCommand, DraftEvent, DraftRefusal } from './commands.ts';
import { headlineKey } from './fresh.ts';
import { mergeText } from './merge-text.ts';
import { moved } from './paragraphs.ts';
import { portraitKey } from './portraits.ts';
import { isOvertaken, pieceOf, type WorkingCopy } from './working-copy.ts';

/** What the copy is told of its surroundings. */
export interface DraftSurroundings {
  readonly styles: readonly string[];
  readonly isPerson: (id: PersonId) => boolean;
}

const MOST_WRITTEN = 400;
const MOST_COMMENTS = 500;

type Judged = Decision<DraftEvent, DraftRefusal>;

const onPiece = (state: WorkingCopy, command: Extract<DraftCommand, { piece: string }>): Judged => {
  const piece = pieceOf(state, command.language, command.piece);
  if (piece === undefined) return refuse('draft/unknownPiece');
  switch (command.type) {
    case 'edit': {
      if (piece.state === 'deleted') return refuse('draft/deleted');
      if (piece.role === 'picture') return refuse('draft/noText');
      const text = mergeText(command.base, command.text, piece.text);
      if (text === null) return refuse('draft/changedMeanwhile');
      return accept({ ...command, text });
    }
    case 'delete':
      return piece.state === 'deleted' || piece.role === 'headline' ? refuse('draft/deleted') : accept(command);
    case 'restore':
      return piece.state === 'deleted' ? accept(command) : refuse('draft/notDeleted');
    case 'takeSuggestion':
      return piece.state === 'edited' && piece.given !== null ? accept(command) : refuse('draft/nothingToTake');
    case 'keepOwn':
      return isOvertaken(piece) ? accept(command) : refuse('draft/nothingToTake');
    case 'check':
      return accept(command);
    case 'move':
      return moved(state.copies[command.language]?.pieces ?? [], piece.id, command.way) === null
        ? refuse('draft/cannotMove')
        : accept(command);
    case 'comment': {
      if (state.comments.length >= MOST_COMMENTS) return refuse('draft/tooMany');
      if (state.comments.some((one) => one.id === command.id)) return refuse('draft/idTaken');
      const above = command.under === undefined ? null : state.comments.find((one) => one.id === command.under);
      const fits = above === null || (above?.piece === piece.id && above.under === null);
      return fits ? accept(command) : refuse('draft/unknownComment');
    }
  }
};

const inserted = (state: WorkingCopy, command: Extract<DraftCommand, { type: 'insert' }>): Judged => {
  const pieces = state.copies[command.language]?.pieces ?? [];
  if (!pieces.some((piece) => piece.id === command.after)) return refuse('draft/unknownPiece');
  if (pieces.some((piece) => piece.id === command.id)) return refuse('draft/idTaken');
  if (pieces.filter((piece) => piece.origin === 'written').length >= MOST_WRITTEN) return refuse('draft/tooMany');
  if (command.counterpart === undefined) return accept(command);
  const other = command.language === 'en' ? 'zh-Hans' : 'en';
  const counterpart = pieceOf(state, other, command.counterpart);
  if (counterpart === undefined || counterpart.role === 'picture') return refuse('draft/unknownPiece');
  return pieces.some((piece) => piece.key === counterpart.key) ? refuse('draft/idTaken') : accept(command);
};

export const decideDraft = (state: WorkingCopy, command: DraftCommand, around: DraftSurroundings): Judged => {
  switch (command.type) {
    case 'insert':
      return inserted(state, command);
    case 'portrait': {
      const pieces = state.copies[command.language]?.pieces ?? [];
      if (!pieces.some((piece) => piece.id === command.after)) return refuse('draft/unknownPiece');
      if (!around.isPerson(command.person)) return refuse('draft/unknownPerson');
      if (pieces.some((piece) => piece.id === command.id)) return refuse('draft/idTaken');
      const isThere = pieces.some((piece) => piece.key === portraitKey(command.person) && piece.state !== 'deleted');
      return isThere ? refuse('draft/portraitThere') : accept(command);
    }
    case 'headline':
      return (state.copies[command.language]?.headlines ?? []).some((one) => headlineKey(one) === command.choice)
        ? accept(command)
        : refuse('draft/unknownHeadline');
    case 'resolve':
    case 'reopen': {
      const comment = state.comments.find((one) => one.id === command.comment && one.under === null);
      return comment !== undefined && (comment.resolved === null) === (command.type === 'resolve')
        ? accept(command)
        : refuse('draft/unknownComment');
    }
    case 'style':
      return command.style === null || around.styles.includes(command.style)
        ? accept(command)
        : refuse('draft/unknownStyle');
    case 'shows':
      return command.people.every(around.isPerson) ? accept(command) : refuse('draft/unknownPerson');
    case 'lead':
    case 'authors':
      return state.copies[command.language] === undefined ? refuse('draft/unknownPiece') : accept(command);
    case 'askApproval':
      return accept(command);
    default:
      return onPiece(state, command);
  }
};
