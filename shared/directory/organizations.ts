/** How an organization is written: in full with its abbreviation first, by the abbreviation afterwards. Must not know articles. */
import { textIn, type Language } from '../kernel/language.ts';
import type { Organization } from './person.ts';

/** Kinds of bodies whose English name takes "the" in a sentence; names that end otherwise (Didi, Energy Foundation China) take none. */
const TAKES_ARTICLE =
  /\b(Council|Institute|Fund|Platform|Bureau|Ministry|Commission|Committee|Association|Society|Federation|Agency|Administration|Center|Centre|Academy|Alliance|Network|Union|Office|Department|Coalition|Consortium|Authority|Chamber|University|Secretariat|Programme|Cooperative|Laboratory|Account|Initiative|Partnership|Panel|Organization|Organisation)(?= (of|for|on|to|against|in)\b|$)/;

/** The name as it stands inside a sentence: with "the" in English where the name asks for it. "Stanford University" asks for none. */
export const withArticle = (name: string): string => {
  if (/^the /i.test(name)) return `the ${name.slice(4)}`;
  const found = TAKES_ARTICLE.exec(name);
  if (found === null) return name;
  return found[1] === 'University' && found[2] === undefined ? name : `the ${name}`;
};

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** "the Natural Resources Defense Council (NRDC)" / 自然资源保护协会（NRDC）. */
export const organizationInFull = (
  organization: Pick<Organization, 'name' | 'abbreviation'>,
  language: Language,
): string => {
  const name = textIn(organization.name, language);
  const short = organization.abbreviation === undefined ? '' : textIn(organization.abbreviation, language);
  const written = language === 'en' && !hasHan(name) ? withArticle(name) : name;
  if (short === '' || short === name) return written;
  return language === 'en' ? `${written} (${short})` : `${written}（${short}）`;
};

/** "NRDC": the abbreviation, or the name again when there is none. Chinese text keeps to a Chinese name rather than a Latin abbreviation. */
export const organizationInShort = (
  organization: Pick<Organization, 'name' | 'abbreviation'>,
  language: Language,
): string => {
  const given = organization.abbreviation;
  const foreign =
    language === 'zh-Hans' && given?.['zh-Hans'] === undefined && organization.name['zh-Hans'] !== undefined;
  const short = given === undefined || foreign ? '' : textIn(given, language);
  if (short !== '') return short;
  const name = textIn(organization.name, language);
  return language === 'en' && !hasHan(name) ? withArticle(name) : name;
};
