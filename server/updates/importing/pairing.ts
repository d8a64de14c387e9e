/** Which language a file is in, and which file is the same update in the other. Owns how archives mark languages in paths. */
import type { Language } from '../../../shared/kernel/language.ts';

const MARKS: Readonly<Record<string, Language>> = {
  en: 'en',
  eng: 'en',
  english: 'en',
  'en-us': 'en',
  'en-gb': 'en',
  zh: 'zh-Hans',
  cn: 'zh-Hans',
  chs: 'zh-Hans',
  chinese: 'zh-Hans',
  'zh-cn': 'zh-Hans',
  'zh-hans': 'zh-Hans',
};

const ENDING = /\.(?:html?|xhtml|md|markdown)$/i;
const AT_END = /[._-](en|eng|english|en-us|en-gb|zh|cn|chs|chinese|zh-cn|zh-hans)$/i;

const partsOf = (path: string): { readonly folders: readonly string[]; readonly name: string } => {
  const parts = path.replace(ENDING, '').split('/');
  return { folders: parts.slice(0, -1), name: parts.at(-1) ?? '' };
};

const markOf = (path: string): Language | null => {
  const { folders, name } = partsOf(path);
  const ended = AT_END.exec(name)?.[1]?.toLowerCase();
  const marks = [ended, name.toLowerCase(), ...[...folders].reverse().map((one) => one.toLowerCase())];
  return marks.map((mark) => (mark === undefined ? undefined : MARKS[mark])).find((one) => one !== undefined) ?? null;
};

const HAN = /\p{Script=Han}/gu;
const LETTER = /\p{L}/gu;

/** What the file says counts first, then its path; else more than a quarter of its letters being Chinese characters decides. */
export const languageOf = (
  path: string,
  said: string | null,
  text: string,
): { readonly language: Language; readonly isGuessed: boolean; readonly isOther: boolean } => {
  const tag = said?.trim().toLowerCase().replaceAll('_', '-') ?? null;
  const known =
    tag === null
      ? null
      : /^(?:en|eng|english)\b/.test(tag)
        ? 'en'
        : /^(?:zh|cn|chinese|中文|汉语)/.test(tag)
          ? 'zh-Hans'
          : null;
  const marked = markOf(path);
  const letters = text.match(LETTER)?.length ?? 0;
  const han = text.match(HAN)?.length ?? 0;
  // Templates say "en" above Chinese pages.
  if (known === 'en' && han * 2 > letters) return { language: 'zh-Hans', isGuessed: true, isOther: false };
  if (known) return { language: known, isGuessed: false, isOther: false };
  const guessed: Language = han * 4 > letters ? 'zh-Hans' : 'en';
  return { language: marked ?? guessed, isGuessed: marked === null, isOther: tag !== null && marked === null };
};

/** The path without its ending and without what marks the language. */
export const pairOf = (path: string): string => {
  const { folders, name } = partsOf(path);
  const kept = folders.filter((folder) => MARKS[folder.toLowerCase()] === undefined);
  const bare = name.replace(AT_END, '');
  const own = MARKS[bare.toLowerCase()] !== undefined || bare.toLowerCase() === 'index' ? [] : [bare];
  return [...kept, ...own].join('/').toLowerCase() || path.toLowerCase();
};
