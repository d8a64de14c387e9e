/**
 * Whether another wording of a sentence says more than the sentence and its evidence do. Owns the suspicions: a number, a date, a name, a speaker
 * or words in quotation marks that stand nowhere before, a "not" that came or went, a text that grew or has little in common with what it was made
 * from. Errs towards refusing: what is refused here leaves the editor's words as they are.
 */
import type { Language } from '../kernel/language.ts';
import { numbersGiven } from './numbers-in.ts';

export type AddedFact = {
  readonly kind: 'number' | 'name' | 'quote' | 'negation' | 'longer' | 'other' | 'language';
  /** The number, the name; '' where it is of the whole. */
  readonly about: string;
};

export interface Original {
  readonly text: string;
  /** What stands behind it: its facts, its other language, its blocks. */
  readonly evidence: string;
  readonly language: Language;
  /** Every name that this workshop knows, in every spelling: none may come in from another sentence. */
  readonly names: readonly string[];
}

const QUOTED = /“[^”]*”|"[^"]*"|「[^」]*」|『[^』]*』|‘[^’]{3,}’(?!\p{L})/gu;
const OPENERS = new Set(
  (
    'a an the this that these those it its they their he she his her we our in on at by for from to with of as and but or also both all ' +
    'each every some many most more several other another during after before while when where since until under over between among through ' +
    'within across as if although though because so thus then here there who what which how why not no participants speakers representatives ' +
    'organizers experts members people organizations meanwhile together further moreover finally additionally according it’s mr ms mrs dr prof'
  ).split(' '),
);
const NOT = {
  en: /\b(?:not|no|never|none|neither|nor|without|cannot|\w+n[’']t)\b/giu,
  'zh-Hans': /不(?!仅|但|断|同|少|久)|没有|并非|未(?!来)|无(?!论|锡)|尚未|别/gu,
};
const RELATIVE = {
  en: /\b(?:yesterday|today|tomorrow|tonight|last|next)\b(?: (?:week|month|year))?/giu,
  'zh-Hans': /昨[天日]|今[天日年]|明[天年]|去年|上周|下周|上个?月|下个?月/gu,
};
/** What an organization or a place ends with, and who said it. */
const CHINESE_NAMES = [
  /(\p{Script=Han}{2})(?:大学|学院|公司|协会|学会|基金会|研究院|研究所|委员会|中心|集团|银行|联盟|平台|部门|政府)/gu,
  /(\p{Script=Han}{1,2})(?:先生|女士|博士|教授|主任|院长|司长|局长|处长|总监|主席|经理)/gu,
  /(\p{Script=Han}{2})(?:表示|指出|认为|介绍说|强调|提出|建议|呼吁|透露|承诺)/gu,
  /(\p{Script=Han}{2})[省市县区州国](?!际|家|内|外|民|的|场|域)/gu,
];

const listed = (pattern: RegExp, text: string): readonly string[] =>
  [...text.matchAll(pattern)].map(([whole]) => whole);

const latinNames = (answer: string, known: string): readonly string[] => {
  const stems = new Set([...known.matchAll(/[\p{Script=Latin}\d]{4,}/gu)].map(([word]) => word.slice(0, 5)));
  return [...answer.matchAll(/[\p{Script=Latin}][\p{Script=Latin}\d]*(?:[’'-][\p{Script=Latin}\d]+)*/gu)].flatMap(
    ({ 0: word, index }) => {
      const lower = word.toLocaleLowerCase('en');
      if (word === lower || known.includes(lower.replace(/[’']s$/, ''))) return [];
      const before = answer.slice(0, index).trimEnd();
      const begins = before === '' || /[.!?:。！？：]["”’)]*$/u.test(before);
      // The first word of a sentence has its capital from there: one that is known, or grown out of one that is, names nobody.
      const isPlain =
        begins &&
        /^\p{Lu}\p{Ll}*$/u.test(word) &&
        (OPENERS.has(lower) || (lower.length >= 5 && stems.has(lower.slice(0, 5))));
      return isPlain ? [] : [word];
    },
  );
};

/** Of what carries meaning: words by their beginnings, Chinese by pairs of letters. */
const contentOf = (text: string, language: Language): readonly string[] => {
  if (language === 'en')
    return listed(/\p{Script=Latin}{4,}/gu, text.toLocaleLowerCase('en')).map((word) => word.slice(0, 5));
  return listed(/\p{Script=Han}+/gu, text).flatMap((run) =>
    [...run].slice(1).map((sign, at) => `${[...run][at] ?? ''}${sign}`),
  );
};

const isMostlyOther = (answer: string, known: string, language: Language): boolean => {
  const [said, from] = [contentOf(answer, language), new Set(contentOf(known, language))];
  const fresh = said.filter((one) => !from.has(one)).length;
  return said.length > 3 && fresh > said.length * (language === 'en' ? 0.5 : 0.6);
};

export const addedFacts = (answer: string, { text, evidence, language, names }: Original): readonly AddedFact[] => {
  const before = `${text} ${evidence}`;
  const known = before.toLocaleLowerCase('en');
  const found: AddedFact[] = [];
  const add = (kind: AddedFact['kind'], about = ''): void => {
    if (!found.some((one) => one.kind === kind && one.about === about)) found.push({ kind, about });
  };
  const numbers = new Set(numbersGiven(before).flatMap((one) => [one, one.replace('month ', '')]));
  for (const number of numbersGiven(answer)) if (!numbers.has(number)) add('number', number.replace('month ', ''));
  for (const when of listed(RELATIVE[language], answer)) if (!known.includes(when.toLowerCase())) add('number', when);
  for (const name of latinNames(answer, known)) add('name', name);
  for (const name of names)
    if ([...name].length > 1 && answer.includes(name) && !before.includes(name)) add('name', name);
  for (const form of CHINESE_NAMES)
    for (const whole of listed(form, answer)) if (!before.includes(whole)) add('name', whole);
  // Marks around words make them somebody's: they stood so before, and all that stood so still does.
  const [said, stood] = [answer, before].map((one) => listed(QUOTED, one).map((quote) => quote.slice(1, -1)));
  for (const quote of said ?? []) if (stood?.includes(quote) !== true) add('quote', `“${quote}”`);
  for (const quote of listed(QUOTED, text)) if (!answer.includes(quote.slice(1, -1))) add('quote', quote);
  if (listed(NOT[language], answer).length !== listed(NOT[language], text).length) add('negation');
  if ([...answer].length > [...text].length * 1.25 + 12) add('longer');
  if (isMostlyOther(answer, before, language)) add('other');
  const han = listed(/\p{Script=Han}/gu, answer).length;
  if (language === 'en' ? han > listed(/\p{Script=Han}/gu, before).length : han === 0) add('language');
  return found;
};
