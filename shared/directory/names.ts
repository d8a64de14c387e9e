/**
 * How a person is written in each language: full at the first mention, short afterwards. Owns the conventions of names and positions;
 * must not know articles. A name is never translated: what is given in one script only is kept in that script.
 */
import type { Language } from '../kernel/language.ts';
import { withArticle } from './organizations.ts';
import type { Honorific, Person, PersonName } from './person.ts';
import { COMPOUND_FAMILY_NAMES } from './split-name.ts';

const ENGLISH: Readonly<Record<Honorific, string>> = { mr: 'Mr.', ms: 'Ms.', mx: 'Mx.', dr: 'Dr.', prof: 'Prof.' };
const CHINESE: Readonly<Record<Honorific, string>> = { mr: '先生', ms: '女士', mx: '', dr: '博士', prof: '教授' };

/** What a house decides about names. QIAN Jingjing shows readers which part is the family's; some houses write Qian Jingjing. */
export interface NameForm {
  readonly familyCapitals: boolean;
}
const USUAL_FORM: NameForm = { familyCapitals: true };

const familyIn = (family: string, { familyCapitals }: NameForm): string =>
  familyCapitals ? family.toLocaleUpperCase('en') : family;

const latinName = (latin: NonNullable<PersonName['latin']>, form: NameForm): string => {
  if (latin.family === undefined) return latin.given;
  return latin.order === 'family-first'
    ? `${familyIn(latin.family, form)} ${latin.given}`
    : `${latin.given} ${latin.family}`;
};

/** A transliterated Western name is written given·family; a Chinese one family and given without a gap. */
const hanName = ({ latin, han }: PersonName): string => {
  if (han === undefined) return '';
  const western =
    latin?.order === 'given-first' && [...han.family].length > 1 && !COMPOUND_FAMILY_NAMES.has(han.family);
  return western ? `${han.given}·${han.family}` : `${han.family}${han.given}`;
};

const NEUTRAL: Readonly<Record<Language, string>> = { en: 'Participant ', 'zh-Hans': '参会者' };

/** The name alone, without honorific or positions. Empty only when nothing of the name is known. */
export const fullName = (name: PersonName, language: Language, form: NameForm = USUAL_FORM): string => {
  if (name.neutral !== undefined) return `${NEUTRAL[language]}${name.neutral}`;
  const latin = name.latin === undefined ? '' : latinName(name.latin, form);
  const han = hanName(name);
  const inOrder = language === 'en' ? [latin, name.asWritten, han] : [han, name.asWritten, latin];
  return inOrder.find((form) => form !== undefined && form !== '') ?? '';
};

/** What of a person a mention reads: a roster's copy and the directory's entry have it alike. */
type Mentioned = Pick<Person, 'name' | 'honorific' | 'chineseHonorific'> & {
  readonly positions: readonly Pick<Person['positions'][number], 'title'>[];
};

const ACADEMIC: ReadonlySet<Honorific> = new Set<Honorific>(['dr', 'prof']);

const honorificIn = (
  { honorific, chineseHonorific }: Pick<Person, 'honorific' | 'chineseHonorific'>,
  language: Language,
): Honorific | undefined => (language === 'en' ? honorific : (chineseHonorific ?? honorific));

/** 博士 and 教授 belong to the name in Chinese, unless a printed title or the name itself says so already. */
const academicTitle = (person: Mentioned, name: string): string => {
  const { positions } = person;
  const honorific = honorificIn(person, 'zh-Hans');
  if (honorific === undefined || !ACADEMIC.has(honorific)) return '';
  const title = CHINESE[honorific];
  const said = name.endsWith(title) || positions.some((one) => one.title['zh-Hans']?.includes(title));
  return said ? '' : title;
};

/** "Ms. QIAN Jingjing"; in Chinese the honorific stands after the name: academic ones always, 先生 and 女士 only on request. */
export const firstMention = (
  person: Mentioned,
  language: Language,
  courtesy = language === 'en',
  form: NameForm = USUAL_FORM,
): string => {
  const name = fullName(person.name, language, form);
  if (language === 'zh-Hans' && !courtesy) return name + academicTitle(person, name);
  const honorific = honorificIn(person, language);
  if (honorific === undefined || !courtesy) return name;
  if (language === 'zh-Hans') return `${name}${CHINESE[honorific]}`;
  return name === person.name.asWritten && /^(mr|ms|mrs|mx|dr|prof)\b/i.test(name)
    ? name
    : `${ENGLISH[honorific]} ${name}`;
};

/** "Ms. QIAN" after the first mention; without an honorific or a known family name the whole name again. */
export const laterMention = (person: Person, language: Language, form: NameForm = USUAL_FORM): string => {
  const family = person.name.latin?.family;
  if (language === 'zh-Hans') return fullName(person.name, language);
  if (person.honorific === undefined || family === undefined) {
    return firstMention(person, language, undefined, form);
  }
  const short = person.name.latin?.order === 'family-first' ? familyIn(family, form) : family;
  return `${ENGLISH[person.honorific]} ${short}`;
};

/** "Chairman of ISP-CEP", "Director of China Program, NRDC"; in Chinese the organization stands before the title. */
export const positionText = (title: string, organization: string | null, language: Language): string => {
  if (organization === null || organization === '' || title.includes(organization)) return title;
  if (language === 'zh-Hans')
    return /[A-Za-z]$/.test(organization) && /^[A-Za-z]/.test(title)
      ? `${organization} ${title}`
      : `${organization}${title}`;
  return / (of|for|at) /.test(title) ? `${title}, ${organization}` : `${title} of ${withArticle(organization)}`;
};

/** "A, B, C and D" and "A、B、C和D". Members that hold commas themselves are parted by semicolons in English. */
export const listNames = (names: readonly string[], language: Language): string => {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  const before = names.slice(0, -1);
  if (language === 'zh-Hans') return `${before.join('、')}和${last}`;
  if (names.some((name) => name.includes(','))) return `${before.join('; ')}; and ${last}`;
  return `${before.join(', ')} and ${last}`;
};
