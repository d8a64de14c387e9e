/**
 * A person with positions in one line, as each language introduces people: behind the name in English, before it in Chinese.
 * Owns the order; names, titles and lists are names.ts and organizations.ts.
 */
import { textIn, type Language } from '../kernel/language.ts';
import { firstMention, listNames, positionText } from './names.ts';
import { organizationInShort } from './organizations.ts';
import type { Organization, Person } from './person.ts';

/** What of an entry an introduction reads; a roster's person and a directory's have it alike. */
type Introduced = Pick<Person, 'name' | 'honorific' | 'chineseHonorific'> & {
  readonly positions: readonly {
    readonly title: Person['positions'][number]['title'];
    readonly organization?: string;
  }[];
};
type Named = Pick<Organization, 'name' | 'abbreviation'>;

const organizationName = (organization: Named | undefined, language: Language): string | null =>
  organization === undefined ? null : organizationInShort(organization, language).replace(/^the /, '');

/** "Director of China Program, NRDC"; the organization alone where no title is known. */
const positionLine = (
  { title, organization }: Introduced['positions'][number],
  find: (organization: string) => Named | undefined,
  language: Language,
): string => {
  const of = organizationName(organization === undefined ? undefined : find(organization), language);
  const written = textIn(title, language);
  return written === '' ? (of ?? '') : positionText(written, of, language);
};

/** "Ms. QIAN Jingjing, Director of China Program, NRDC" / 自然资源保护协会中国项目主任钱京京女士. */
export const introduction = (
  person: Introduced,
  find: (organization: string) => Named | undefined,
  language: Language,
): string => {
  // 教授 and 博士 are not said twice, as the titles may say them; 女士 and 先生 belong to an introduction.
  const title = person.chineseHonorific ?? person.honorific;
  const isAcademic = title === 'dr' || title === 'prof';
  const name = firstMention(person, language, language === 'en' || !isAcademic);
  const positions = person.positions.map((one) => positionLine(one, find, language)).filter((line) => line !== '');
  if (positions.length === 0) return name;
  if (language === 'en') return `${name}, ${listNames(positions, 'en')}`;
  const said = positions.join('、');
  // 瑞银集团 Jane Goodall女士 would run together where a Latin name follows Chinese words.
  return /^[A-Za-z]/.test(name) || /[A-Za-z]$/.test(said) ? `${said} ${name}` : said + name;
};
