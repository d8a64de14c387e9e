/** English headlines that say what came of a workshop or what it was about. Owns their words; when a note cannot be woven, there is none. */
import type { Phrases } from '../phrases.ts';
import { asClause, asInfinitive, asSubject } from './clauses.ts';
import { capital } from './names.ts';

/** Eight to fourteen words are the custom; more do not fit a line. */
const MOST_WORDS = 14;

const SMALL = new Set(
  'a an and as at but by for from in into nor of off on or over per the to up via vs with'.split(' '),
);

/** As headlines are set: "Participants Agree That Boats Should Carry Ice". A word with capitals of its own, or after a number, stays as it is. */
const titled = (text: string): string =>
  text
    .split(' ')
    .map((word, at, all) => {
      const isUnit = /^\d[\d.,]*$/.test(all[at - 1] ?? '');
      return (at > 0 && SMALL.has(word)) || isUnit || /\p{Lu}/u.test(word) ? word : capital(word);
    })
    .join(' ');

const fits = (text: string): boolean => text.split(/\s+/).length <= MOST_WORDS;

export const ENGLISH_HEADLINES: Pick<Phrases, 'outcomeHeadline' | 'themeHeadline'> = {
  outcomeHeadline: (kind, text, names) => {
    const who = kind === 'consensus' ? 'participants agree' : 'workshop decides';
    const infinitive = asInfinitive(text);
    const clause = infinitive === null ? asClause(text, names) : null;
    const candidates = [
      ...(infinitive === null ? [] : [`${who} to ${infinitive}`]),
      ...(clause === null ? [] : [`${who} that ${clause}`, `${who} ${clause}`]),
    ];
    const fitting = candidates.find(fits);
    return fitting === undefined ? null : titled(fitting);
  },
  themeHeadline: (text, begun) => {
    const question = asSubject(text);
    const infinitive = asInfinitive(text);
    const looks = begun ? 'workshop looks at' : 'workshop to look at';
    const candidate =
      question !== null
        ? `${looks} ${question}`
        : infinitive !== null
          ? `workshop ${begun ? 'aims' : 'is to aim'} to ${infinitive}`
          : null;
    return candidate !== null && fits(candidate) ? titled(candidate) : null;
  },
};
