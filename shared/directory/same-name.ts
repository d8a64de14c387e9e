/**
 * Whether a name somebody typed is a person's name, in either script and either order. Owns what is set aside in comparing: case, accents,
 * gaps, honorifics before and after. Must not know who is asked about. It errs towards no: whoever is not recognised is merely asked about.
 */
import type { PersonName } from './person.ts';

const BEFORE = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam)\.?\s+/;
const AFTER = /(?:先生|女士|小姐|博士|教授|老师)$/;

/** The letters alone: full width as half width, no accents, no gaps, no dots. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .trim()
    .replace(BEFORE, '')
    .replace(AFTER, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

const formsOf = ({ latin, han, asWritten }: PersonName): readonly string[] =>
  [
    ...(latin ? [`${latin.family ?? ''}${latin.given}`, `${latin.given}${latin.family ?? ''}`] : []),
    ...(han ? [`${han.family}${han.given}`, `${han.given}${han.family}`] : []),
    ...(asWritten === undefined ? [] : [asWritten]),
  ]
    .map(plain)
    .filter((form) => form !== '');

export const isSameName = (one: PersonName, other: PersonName): boolean => {
  const forms = new Set(formsOf(one));
  return formsOf(other).some((form) => forms.has(form));
};
