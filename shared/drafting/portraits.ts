/** A person's portrait among the pieces: picture, caption and credit below a paragraph. Owns its keys; whether it may stand there is asked before. */
import type { PersonId } from '../kernel/ids.ts';
import type { DraftCommand } from './commands.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { Piece, PieceRole, WorkingCopy } from './working-copy.ts';

/** The same in both languages: whose picture it is, and that it is one, is said once. */
export const portraitKey = (person: PersonId): string => `picture person:${person}`;

export const withPortrait = (
  state: WorkingCopy,
  { language, id, after, person, file, caption, credit }: Extract<DraftCommand, { type: 'portrait' }>,
  seq: number,
): WorkingCopy => {
  const copy = state.copies[language];
  if (copy === undefined) return state;
  const key = portraitKey(person);
  const piece = (role: PieceRole, text: string, suffix: string): Piece => ({
    id: `${id}${suffix}`,
    key: role === 'picture' ? key : `${role} person:${person}`,
    role,
    section: 'photo',
    opens: role === 'picture',
    text,
    sources: [`person:${person}`],
    voice: null,
    file: role === 'picture' ? file : null,
    origin: 'written',
    state: 'edited',
    given: null,
    seen: null,
    changed: seq,
    checked: 0,
  });
  const own = [piece('picture', '', ''), piece('caption', caption, '-caption'), piece('credit', credit, '-credit')];
  const { pieces } = copy;
  const last = paragraphsOf(pieces)
    .find((paragraph) => paragraph.some((one) => one.id === after))
    ?.at(-1);
  // The headline is in no paragraph: what is put after it stands first.
  const at = pieces.findIndex((one) => one.id === (last?.id ?? after)) + 1;
  const placed = { ...copy, pieces: [...pieces.slice(0, at), ...own, ...pieces.slice(at)] };
  return {
    ...state,
    copies: { ...state.copies, [language]: placed },
    shows: { ...state.shows, [key]: [person] },
  };
};
