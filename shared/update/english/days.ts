/** The days of a longer workshop in English: "On the second and third days". Must not know which sentence follows. */
import { listNames } from '../../directory/names.ts';
import { ordinal } from './names.ts';

export const onDays = (days: readonly number[], length: number): string => {
  if (days.length > 1 && days.length === length) return length === 2 ? 'On both days' : `On all ${length} days`;
  const named = listNames(
    days.map((day) => ordinal(day)),
    'en',
  );
  return `On the ${named} day${days.length === 1 ? '' : 's'}`;
};

/** These begin a sentence of the article's own words; any other capital may be a name's. */
const OWN_BEGINNING = /^(Participants|Representatives of|The discussion)\b/;

export const uncapitalized = (sentence: string): string =>
  OWN_BEGINNING.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
