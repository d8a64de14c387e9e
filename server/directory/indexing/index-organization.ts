/** By what organizations and groups are found, sorted and compared. */
import type { DirectoryGroup, DirectoryOrganization } from '../../../shared/directory/entries.ts';
import { textsOf, type LocalText } from '../../../shared/kernel/language.ts';
import type { IndexedEntry } from '../../ports/directory.ts';
import { isHan, joined, plain } from './letters.ts';
import { NEAR, nearKeys, tokensOf, WEIGHT } from './keys.ts';
import { readWords } from './pinyin.ts';
import { wordsOf } from './words.ts';

const sortOf = (name: LocalText): IndexedEntry['sort'] => {
  const latin = name.en === undefined ? undefined : plain(name.en).replace(/^the /, '');
  const chinese = name['zh-Hans'];
  const read = chinese === undefined ? undefined : `${readWords(chinese).join(' ')} ${chinese}`;
  return { latin: latin ?? read ?? '', pinyin: read ?? latin ?? '' };
};

/** So that zi ran, typed in two, is found as well. */
const syllablesOf = (name: string): readonly string[] => (/\p{Script=Han}/u.test(name) ? readWords(name) : []);

const FORM = /(co ltd|company limited|ltd|limited|inc|llc|gmbh|plc|corporation|corp)$/;
const CHINESE_FORM = /(股份有限公司|有限责任公司|有限公司)$/;

/** The name without its legal form and without "the". */
const bare = (name: string): string => {
  const words = plain(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const without = words.replace(/^the /, '').replace(FORM, '').replace(CHINESE_FORM, '').trim();
  return joined(without === '' ? words : without);
};

const compareBy = ({ name, abbreviation, aliases = [], externalIds }: DirectoryOrganization): readonly string[] => [
  ...externalIds.map(({ scheme, value }) => `1:${scheme}:${value}`),
  ...textsOf(name).map((one) => `3:${bare(one)}`),
  ...[...textsOf(abbreviation), ...aliases].map((one) => `4:${joined(one)}`),
  ...textsOf(name).flatMap((one) => {
    const name = bare(one);
    return nearKeys(name, isHan(name) ? NEAR.han : NEAR.organization, '');
  }),
];

export const indexOrganization = (entry: DirectoryOrganization): IndexedEntry => ({
  entry,
  sort: sortOf(entry.name),
  tokens: tokensOf([
    [WEIGHT.name, textsOf(entry.name).flatMap((one) => [...wordsOf(one), ...syllablesOf(one)])],
    [
      WEIGHT.short,
      [...textsOf(entry.abbreviation), ...(entry.aliases ?? [])].flatMap((one) => [...wordsOf(one), joined(one)]),
    ],
  ]),
  keys: [...new Set(compareBy(entry))],
});

export const indexGroup = (entry: DirectoryGroup): IndexedEntry => ({
  entry,
  sort: sortOf(entry.members),
  tokens: tokensOf([[WEIGHT.text, [...textsOf(entry.members).flatMap(wordsOf), String(entry.count)]]]),
  keys: [],
});
