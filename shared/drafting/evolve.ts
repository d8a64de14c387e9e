/** Folds the log of a working copy. Owns what each entry means; total, so that an old log is always read. */
import type { Language } from '../kernel/language.ts';
import { headlineKey } from './fresh.ts';
import type { DraftCommand, DraftEntry, Retold } from './commands.ts';
import { merge } from './merge.ts';
import { moved } from './paragraphs.ts';
import { withPortrait } from './portraits.ts';
import { EMPTY_COPY, pieceOf, type Copy, type Piece, type WorkingCopy } from './working-copy.ts';

const emptyCopy: Copy = {
  pieces: [],
  ordered: 'byFacts',
  headline: null,
  headlines: [],
  lead: 'hosts',
  authors: null,
};

const withCopy = (state: WorkingCopy, language: Language, change: (copy: Copy) => Copy): WorkingCopy => {
  const copy = state.copies[language];
  return copy === undefined ? state : { ...state, copies: { ...state.copies, [language]: change(copy) } };
};

const withPieces = (state: WorkingCopy, language: Language, change: (pieces: readonly Piece[]) => readonly Piece[]) =>
  withCopy(state, language, (copy) => ({ ...copy, pieces: change(copy.pieces) }));

const retold = (state: WorkingCopy, { tellings }: Retold, seq: number): WorkingCopy => {
  const copies: { [L in Language]?: Copy } = { ...state.copies };
  for (const language of ['en', 'zh-Hans'] as const) {
    const telling = tellings[language];
    if (telling === undefined) continue;
    const copy = copies[language] ?? emptyCopy;
    const pieces = merge(copy.pieces, telling.pieces, seq, copy.ordered);
    copies[language] = { ...copy, headlines: telling.headlines, pieces };
  }
  return { ...state, copies };
};

/** Of facts again when it says what they give; a written piece is nobody's but its writer's. */
const edited = (piece: Piece, text: string, seq: number): Piece =>
  text === piece.text
    ? piece
    : {
        ...piece,
        text,
        state: piece.origin === 'facts' && text === piece.given ? 'follows' : 'edited',
        // Still what was before the person who typed: a change of facts that was not looked at yet stays marked.
        seen: piece.state === 'edited' && text !== piece.given ? piece.seen : piece.given,
        changed: seq,
      };

const onPiece = (piece: Piece, event: Extract<DraftCommand, { piece: string }>, seq: number): Piece => {
  switch (event.type) {
    case 'edit':
      return edited(piece, event.text, seq);
    case 'delete':
      return { ...piece, state: 'deleted', changed: seq };
    case 'restore': {
      const follows = piece.origin === 'facts' && piece.given !== null && piece.text === piece.given;
      return { ...piece, state: follows ? 'follows' : 'edited', changed: seq };
    }
    case 'takeSuggestion':
      return piece.given === null
        ? piece
        : { ...piece, text: piece.given, seen: piece.given, state: 'follows', changed: seq };
    case 'keepOwn':
      return { ...piece, seen: piece.given };
    case 'check':
      return { ...piece, checked: seq };
    default:
      return piece;
  }
};

const inserted = (state: WorkingCopy, event: Extract<DraftCommand, { type: 'insert' }>, seq: number): WorkingCopy => {
  const other = event.language === 'en' ? 'zh-Hans' : 'en';
  const counterpart = event.counterpart === undefined ? undefined : pieceOf(state, other, event.counterpart);
  return withPieces(state, event.language, (pieces) => {
    const at = pieces.findIndex((piece) => piece.id === event.after);
    const before = pieces[at];
    const section = counterpart?.section ?? (before?.section === 'photo' ? 'background' : before?.section) ?? 'lead';
    const piece: Piece = {
      id: event.id,
      key: counterpart?.key ?? `written ${event.id}`,
      role: counterpart?.role === 'caption' || counterpart?.role === 'credit' ? counterpart.role : 'sentence',
      section,
      opens: event.opens,
      text: event.text,
      sources: counterpart?.sources ?? [],
      voice: counterpart?.voice ?? null,
      file: null,
      origin: 'written',
      state: 'edited',
      given: null,
      seen: null,
      changed: seq,
      checked: 0,
    };
    return [...pieces.slice(0, at + 1), piece, ...pieces.slice(at + 1)];
  });
};

/** Choosing a headline is wanting it: what stood there gives way, and stays in the log. */
const headline = (state: WorkingCopy, event: Extract<DraftCommand, { type: 'headline' }>, seq: number): WorkingCopy =>
  withCopy(state, event.language, (copy) => {
    const chosen = copy.headlines.find((one) => headlineKey(one) === event.choice)?.headline;
    if (chosen === undefined) return copy;
    const pieces = copy.pieces.map((piece): Piece =>
      piece.role !== 'headline'
        ? piece
        : {
            ...piece,
            text: chosen.text,
            given: chosen.text,
            seen: chosen.text,
            sources: chosen.sources,
            state: 'follows',
            changed: piece.text === chosen.text ? piece.changed : seq,
          },
    );
    return { ...copy, headline: event.choice, pieces };
  });

const applied = (state: WorkingCopy, { seq, at, by, event }: DraftEntry): WorkingCopy => {
  switch (event.type) {
    case 'retold':
      return retold(state, event, seq);
    case 'insert':
      return inserted(state, event, seq);
    case 'portrait':
      return withPortrait(state, event, seq);
    case 'headline':
      return headline(state, event, seq);
    case 'lead':
      return withCopy(state, event.language, (copy) => ({ ...copy, lead: event.variant }));
    case 'authors':
      return withCopy(state, event.language, (copy) => ({ ...copy, authors: event.authors }));
    case 'move':
      return withCopy(state, event.language, (copy) => ({
        ...copy,
        ordered: 'byEditor',
        pieces: moved(copy.pieces, event.piece, event.way) ?? copy.pieces,
      }));
    case 'comment': {
      if (by === null) return state;
      const { id, language, piece, text, under = null } = event;
      return { ...state, comments: [...state.comments, { id, language, piece, text, under, by, at, resolved: null }] };
    }
    case 'resolve':
    case 'reopen': {
      const resolved = event.type === 'reopen' || by === null ? null : { by, at };
      const comments = state.comments.map((one) => (one.id === event.comment ? { ...one, resolved } : one));
      return { ...state, comments };
    }
    case 'style':
      return { ...state, style: event.style };
    case 'askApproval':
      return { ...state, asksApproval: event.asks };
    case 'shows':
      return { ...state, shows: { ...state.shows, [event.picture]: event.people } };
    default:
      return withPieces(state, event.language, (pieces) =>
        pieces.map((piece) => (piece.id === event.piece ? onPiece(piece, event, seq) : piece)),
      );
  }
};

export const evolveDraft = (state: WorkingCopy, entry: DraftEntry): WorkingCopy => ({
  ...applied(state, entry),
  seq: entry.seq,
});

export const draftOf = (entries: readonly DraftEntry[]): WorkingCopy => entries.reduce(evolveDraft, EMPTY_COPY);
