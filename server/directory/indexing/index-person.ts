/** By what a person is found, sorted and compared. Owns the weights and what two entries of one person may share. */
import type { DirectoryPerson } from '../../../shared/directory/entries.ts';
import type { PersonName } from '../../../shared/directory/person.ts';
import { textsOf } from '../../../shared/kernel/language.ts';
import type { IndexedEntry } from '../../ports/directory.ts';
import { joined, plain, runsOf } from './letters.ts';
import { NEAR, nearKeys, tokensOf, WEIGHT } from './keys.ts';
import { readingsOf, readName } from './pinyin.ts';
import { pairsOf, wordsOf } from './words.ts';

const latinParts = ({ latin, asWritten }: PersonName): readonly (readonly [family: string, given: string])[] => {
  if (latin) return [[joined(latin.family ?? ''), joined(latin.given)]];
  const words = runsOf(asWritten ?? '');
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (words.length === 1) return [['', first]];
  return [
    [last, words.slice(0, -1).join('')],
    [first, words.slice(1).join('')],
  ];
};

/** Both orders, each as one word, with the initials. */
const together = (family: string, given: string, initials: string): readonly string[] => [
  family + given,
  given + family,
  family.charAt(0) + initials,
  family + initials,
];

type Reading = ReturnType<typeof readName> | null;

const nameWords = (name: PersonName, read: Reading): readonly string[] => {
  const words: string[] = [];
  if (name.han && read) {
    const given = read.given.join('');
    const initials = read.given.map((one) => one.charAt(0)).join('');
    words.push(...pairsOf(joined(name.han.family + name.han.given)), given, ...read.given);
    for (const reading of new Set([read.family, ...readingsOf(name.han.family)])) {
      words.push(reading, ...together(reading, given, initials));
    }
  }
  if (name.latin) {
    const { family = '', given } = name.latin;
    const parts = [...runsOf(family.replaceAll('-', ' ')), ...runsOf(given.replaceAll('-', ' '))];
    const initials = runsOf(given.replaceAll('-', ' ')).map((one) => one.charAt(0));
    words.push(...parts, joined(family), joined(given), ...together(joined(family), joined(given), initials.join('')));
  }
  if (name.asWritten !== undefined)
    words.push(...wordsOf(name.asWritten), ...wordsOf(name.asWritten.replaceAll('-', ' ')));
  // Lü is looked for as lv, lu and lyu.
  const withV = words.filter((word) => word.includes('v') && /^[a-z]+$/.test(word));
  return [...words, ...withV.flatMap((word) => [word.replaceAll('v', 'u'), word.replaceAll('v', 'yu')])];
};

const sortOf = (name: PersonName, han: Reading): IndexedEntry['sort'] => {
  const read = han && name.han ? `${han.family} ${han.given.join(' ')} ${name.han.family}${name.han.given}` : null;
  const latin = name.latin && `${plain(name.latin.family ?? name.latin.given)} ${plain(name.latin.given)}`;
  const written = plain(name.asWritten ?? '');
  return { latin: latin ?? read ?? written, pinyin: read ?? latin ?? written };
};

/** The same two parts in whichever order. */
const unordered = (family: string, given: string): string => [family, given].sort().join(' ');

const compareBy = ({ name, email, externalIds, positions }: DirectoryPerson, read: Reading): readonly string[] => {
  const keys = externalIds.map(({ scheme, value }) => `1:${scheme}:${value}`);
  if (email !== undefined) keys.push(`2:${email.toLowerCase()}`);
  const parts = latinParts(name);
  for (const [family, given] of parts) keys.push(`3:${unordered(family, given)}`, `4:${unordered(family, given)}`);
  if (name.han && read) {
    const han = joined(name.han.family + name.han.given);
    keys.push(`3:${han}`, `4:${unordered(read.family, read.given.join(''))}`);
  }
  const [part] = parts;
  if (part) {
    const at = positions.flatMap(({ organization }) => organization ?? []);
    const whole = part.join('');
    for (const place of at.length === 0 ? ['-'] : at) keys.push(...nearKeys(whole, NEAR.person, place));
    if (!name.han) keys.push(...nearKeys(whole, NEAR.anywhere, '*'));
  }
  return keys;
};

export const indexPerson = (entry: DirectoryPerson): IndexedEntry => {
  const { name, aliases = [], positions } = entry;
  const read = name.han ? readName(name.han.family, name.han.given) : null;
  return {
    entry,
    sort: sortOf(name, read),
    tokens: tokensOf([
      [WEIGHT.name, nameWords(name, read)],
      [WEIGHT.short, aliases.flatMap(wordsOf)],
      [WEIGHT.text, positions.flatMap(({ title }) => textsOf(title).flatMap(wordsOf))],
    ]),
    keys: [...new Set(compareBy(entry, read))],
  };
};
