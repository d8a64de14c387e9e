/** Whose words and whose pictures a text carries, as exactly as they stand. Owns the list of what must be agreed to; not who has agreed. */
import type { Block } from '../document/document.ts';
import type { PersonId } from '../kernel/ids.ts';
import { LANGUAGES, type Language } from '../kernel/language.ts';
import type { Edition } from '../publication/publication.ts';
import type { WorkingCopy } from './working-copy.ts';

export const SUBJECT_KINDS = ['statement', 'quote', 'portrait'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** `text`: the words as printed, or the id of a portrait's file. Agreeing is agreeing to exactly this. */
export interface Subject {
  readonly person: PersonId;
  readonly kind: SubjectKind;
  readonly text: string;
  /** A portrait is the same in either. */
  readonly language: Language | null;
  /** A portrait's caption. */
  readonly caption: string | null;
}

const once = (subjects: readonly Subject[]): readonly Subject[] => {
  const seen = new Set<string>();
  return subjects.filter(({ person, kind, text }) => {
    const mark = JSON.stringify([person, kind, text]);
    return !seen.has(mark) && seen.add(mark);
  });
};

/** What the working copy would publish now. */
export const subjectsOfCopy = (state: WorkingCopy): readonly Subject[] =>
  once(
    LANGUAGES.flatMap((language): readonly Subject[] => {
      const pieces = (state.copies[language]?.pieces ?? []).filter((piece) => piece.state !== 'deleted');
      return pieces.flatMap((piece, at): readonly Subject[] => {
        if (piece.voice !== null && piece.text !== '')
          return [{ ...piece.voice, text: piece.text, language, caption: null }];
        const { file } = piece;
        if (piece.role !== 'picture' || file === null) return [];
        const next = pieces[at + 1];
        const caption = next?.role === 'caption' ? next.text : null;
        return (state.shows[piece.key] ?? []).map((person) => ({
          person,
          kind: 'portrait',
          text: file,
          language: null,
          caption,
        }));
      });
    }),
  );

const subjectsOfBlock = (block: Block, language: Language): readonly Subject[] => {
  if (block.kind === 'paragraph') return (block.spoken ?? []).map((one) => ({ ...one, language, caption: null }));
  const { kind } = block;
  if (kind !== 'photo' || block.file === null) return [];
  const { file, caption, shows = [] } = block;
  return shows.map((person) => ({ person, kind: 'portrait', text: file, language: null, caption }));
};

export const subjectsOfEdition = ({ blocks }: Pick<Edition, 'blocks'>, language: Language): readonly Subject[] =>
  once(blocks.flatMap((block) => subjectsOfBlock(block, language)));
