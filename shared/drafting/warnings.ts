/**
 * What an editor should look at before publishing: numbers and names that no source knows, people the directory does not know, words nobody
 * has confirmed. Owns the suspicions; a warning forbids nothing.
 */
import { fullName } from '../directory/names.ts';
import type { Language } from '../kernel/language.ts';
import type { Board } from '../notes/blocks.ts';
import type { RosterState } from '../workshop/roster/types.ts';
import { evidenceOf } from './evidence.ts';
import { peopleSpelt } from './known-names.ts';
import type { Subject } from './voices.ts';
import type { Piece, WorkingCopy } from './working-copy.ts';

export interface Warning {
  readonly code: 'numberWithoutSource' | 'nameUnknown' | 'personNotInDirectory' | 'notConfirmed';
  readonly language: Language;
  readonly piece: string;
  /** The number, the name. */
  readonly about: string;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const numbersIn = (text: string): readonly string[] =>
  (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((one) => one.replaceAll(',', ''));

/** March is 3 in Chinese, and the other way round it is no number at all. */
const monthsIn = (text: string): readonly string[] =>
  MONTHS.flatMap((month, at) => (text.includes(month) ? [String(at + 1)] : []));

const LATIN_NAMES = [
  /\b(?:Mr|Ms|Mrs|Mx|Dr|Prof)\.? ((?:\p{Lu}[\p{L}'’-]*)(?: \p{Lu}[\p{L}'’-]*){0,2})/gu,
  /\b(\p{Lu}{2,}(?:-\p{Lu}{2,})? \p{Lu}\p{Ll}[\p{L}'’-]*)/gu,
];
const HAN_NAME = /(\p{Script=Han}{1,4})(?:先生|女士|博士|教授)/gu;

const unknownNames = (text: string, known: readonly string[]): readonly string[] => {
  const lower = known.filter((name) => name !== '').map((name) => name.toLocaleLowerCase('en'));
  const latin = LATIN_NAMES.flatMap((form) => [...text.matchAll(form)].map(([, name = '']) => name)).filter(
    (name) => !lower.includes(name.toLocaleLowerCase('en')),
  );
  const han = [...text.matchAll(HAN_NAME)]
    .map(([, name = '']) => name)
    .filter((name) => !known.some((one) => one !== '' && name.endsWith(one)));
  return [...new Set([...latin, ...han])];
};

export interface WarningMaterial {
  readonly roster: RosterState;
  readonly board: Board;
  /** Whether a person has agreed to exactly this. */
  readonly isApproved: (subject: Subject) => boolean;
}

export const warningsOf = (
  state: WorkingCopy,
  language: Language,
  { roster, board, isApproved }: WarningMaterial,
): readonly Warning[] => {
  const pieces = (state.copies[language]?.pieces ?? []).filter((piece) => piece.state !== 'deleted');
  const others = state.copies[language === 'en' ? 'zh-Hans' : 'en']?.pieces ?? [];
  const known = peopleSpelt(roster);
  const named = new Set<string>();

  const ofPiece = (piece: Piece): readonly Warning[] => {
    const warn = (code: Warning['code'], about: string): Warning => ({ code, language, piece: piece.id, about });
    const found: Warning[] = [];
    if (piece.state === 'edited') {
      const from = evidenceOf(piece, others, board);
      const sourced = new Set([...numbersIn(from), ...monthsIn(from)]);
      for (const number of new Set(numbersIn(piece.text)))
        if (!sourced.has(number)) found.push(warn('numberWithoutSource', number));
      for (const name of unknownNames(piece.text, known))
        if (!from.includes(name)) found.push(warn('nameUnknown', name));
    }
    for (const source of piece.sources) {
      const person = Object.values(roster.people).find((one) => source === `person:${one.id}`);
      if (person === undefined || person.directory !== undefined || named.has(person.id)) continue;
      named.add(person.id);
      found.push(warn('personNotInDirectory', fullName(person.name, language)));
    }
    if (piece.voice !== null && !isApproved({ ...piece.voice, text: piece.text, language, caption: null })) {
      const person = roster.people[piece.voice.person];
      found.push(warn('notConfirmed', person === undefined ? '' : fullName(person.name, language)));
    }
    return found;
  };
  return pieces.flatMap(ofPiece);
};
