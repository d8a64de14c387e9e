/**
 * Takes a name apart that was written in one piece. Owns the signs by which the parts are told: capitals, a comma, the middle dot, the list
 * of compound family names. It never guesses: what bears no sign stays as it was written.
 */
import type { PersonName } from './person.ts';

/** Chinese family names of two characters: without this list 欧阳 would be taken for 欧 and 阳. */
export const COMPOUND_FAMILY_NAMES: ReadonlySet<string> = new Set(
  '欧阳 司马 上官 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 端木 长孙 宇文 南宫 百里 呼延 轩辕 独孤 闻人 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 钟离 鲜于 闾丘 司空 亓官 司寇 子车 颛孙 巫马 公西 漆雕 乐正 壤驷 拓跋 赫连 夹谷 宰父 谷梁 东郭 南门 西门 第五'.split(
    ' ',
  ),
);

const HAN = /^\p{Script=Han}+$/u;
const DOTS = /[·•・‧∙]/u;

/** 钱京京, 欧阳修, 简·古道尔. Null for what is no such name. */
export const splitHan = (text: string): PersonName['han'] | null => {
  const name = text.replace(/\s+/g, '');
  const [given, ...rest] = name.split(DOTS);
  if (given !== undefined && rest.length > 0) {
    const family = rest.at(-1) ?? '';
    const givens = [given, ...rest.slice(0, -1)];
    return [family, ...givens].every((part) => HAN.test(part)) ? { family, given: givens.join('·') } : null;
  }
  if (!HAN.test(name)) return null;
  const letters = [...name];
  if (letters.length < 2 || letters.length > 6) return null;
  const two = letters.slice(0, 2).join('');
  const length = letters.length > 2 && COMPOUND_FAMILY_NAMES.has(two) ? 2 : 1;
  return { family: letters.slice(0, length).join(''), given: letters.slice(length).join('') };
};

const LETTERS = /^[\p{Script=Latin}\p{M}'’.\- ]+$/u;
const lower = (text: string): string => text.toLocaleLowerCase('en');
const upper = (text: string): string => text.toLocaleUpperCase('en');
/** Written in capitals throughout, and more than an initial. */
const isCapitals = (word: string): boolean =>
  word === upper(word) && word !== lower(word) && word.replace(/[^\p{L}]/gu, '').length > 1;

/** QIAN → Qian, OUYANG → Ouyang, O'NEILL → O'Neill; capitals are the house's way of writing a family name, not part of it. */
const inSentenceCase = (name: string): string =>
  lower(name).replace(/(^|[\s'’-])(\p{L})/gu, (_all, before: string, letter: string) => before + upper(letter));

/** "QIAN Jingjing", "Jingjing QIAN", "Qian, Jingjing". Null when nothing tells the family name. */
export const splitLatin = (text: string): PersonName['latin'] | null => {
  const name = text.trim().replace(/\s+/g, ' ');
  if (!LETTERS.test(name.replace(',', ''))) return null;
  const [before, after, ...more] = name.split(',').map((part) => part.trim());
  if (before && after && more.length === 0) {
    const family = isCapitals(before) ? inSentenceCase(before) : before;
    return { family, given: after, order: 'given-first' };
  }
  const words = name.split(' ');
  if (words.length < 2 || words.every(isCapitals)) return null;
  const first = words.findIndex((word) => !isCapitals(word));
  const last = words.findLastIndex((word) => !isCapitals(word));
  const [leading, trailing] = [words.slice(0, first), words.slice(last + 1)];
  if (leading.length > 0 && trailing.length === 0) {
    return {
      family: inSentenceCase(leading.join(' ')),
      given: words.slice(first).join(' '),
      order: 'family-first',
    };
  }
  if (trailing.length > 0 && leading.length === 0) {
    return {
      family: inSentenceCase(trailing.join(' ')),
      given: words.slice(0, last + 1).join(' '),
      order: 'given-first',
    };
  }
  return null;
};

/** A name in one piece, in whichever script; as it was written where nothing tells its parts. */
export const nameInOnePiece = (text: string): PersonName => {
  const written = text.trim().replace(/\s+/g, ' ');
  const han = splitHan(written);
  if (han) return { han };
  const latin = splitLatin(written);
  return latin ? { latin } : { asWritten: written };
};
