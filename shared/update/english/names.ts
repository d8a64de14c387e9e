/** English grammar of who: subjects with their closing comma, casts of people and organizations, ordinals. Must not know facts. */
import { listNames } from '../../directory/names.ts';
import type { Cast, Named } from '../phrases.ts';

/** As the subject of a verb: "Ms. QIAN Jingjing, Chairman of ISP-CEP," or "Ms. QIAN". */
export const subject = (who: Named): string => (who.titled ? `${who.text},` : who.text);

const people = (named: readonly Named[]): string =>
  listNames(
    named.map((who) => who.text),
    'en',
  );

/** "Representatives of A and B", "Ms. X, Chairman of Y,", or both; `where` says whether a verb follows. */
export const castText = (cast: Cast, where: 'subject' | 'object'): string => {
  const members = cast.organizations.length === 0 ? '' : `representatives of ${listNames(cast.organizations, 'en')}`;
  const named = people(cast.people);
  const titled = cast.people.some((who) => who.titled);
  if (members === '') return titled && where === 'subject' ? `${named},` : named;
  if (named === '') return members;
  return titled ? `${named}; and ${members}` : `${named}, and ${members}`;
};

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

export const ordinal = (n: number): string => {
  const word = ORDINALS[n - 1];
  if (word !== undefined) return word;
  const suffix =
    new Map([
      ['one', 'st'],
      ['two', 'nd'],
      ['few', 'rd'],
    ]).get(new Intl.PluralRules('en', { type: 'ordinal' }).select(n)) ?? 'th';
  return `${n}${suffix}`;
};

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** In double quotation marks; those inside become single. */
export const quote = (text: string): string => `“${text.replace(/[“"](?=[^"”]*["”])/g, '‘').replace(/["”]/g, '’')}”`;
