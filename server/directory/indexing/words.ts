/**
 * The words of a text, as they are kept to be found and as they are asked for. Chinese is kept by pairs of characters, by its pinyin and by
 * initials; Latin by words. Owns both sides, so that they agree; must not know what is searched.
 */
import { isHan, runsOf } from './letters.ts';
import { readWords } from './pinyin.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** 钱京京 → 钱京, 京京, 京: the beginning of some pair is each character. */
export const pairsOf = (han: string): readonly string[] => {
  const letters = [...han];
  return letters.map((letter, at) => letter + (letters[at + 1] ?? ''));
};

/** Beginnings at each word, so that both ziranziyuan and ziyuan find 自然资源. */
const readingsOf = (han: string): readonly string[] => {
  const syllables = readWords(han);
  const starts: number[] = [];
  let at = 0;
  for (const { segment } of segmenter.segment(han)) {
    starts.push(at);
    at += [...segment].length;
  }
  return starts.flatMap((start) => {
    const rest = syllables.slice(start);
    return [rest.join('').slice(0, 40), rest.map((one) => one.charAt(0)).join('')];
  });
};

/** All by which a text is found. */
export const wordsOf = (text: string): readonly string[] => {
  const runs = runsOf(text);
  const latin = runs.filter((run) => !isHan(run));
  const initials = latin.length > 2 ? [latin.map((run) => run.charAt(0)).join('')] : [];
  return [...runs.flatMap((run) => (isHan(run) ? [...pairsOf(run), ...readingsOf(run)] : [run])), ...initials];
};

const TERMS = 12;
const TERM_LETTERS = 40;

/**
 * What somebody typed as terms, each of which must begin a word: 钱京京 asks for 钱京 and 京京; qián and qian2 ask for qian. A tone's number is
 * dropped where it stands behind a syllable, not where a name has digits.
 */
export const termsOf = (query: string): readonly string[] => {
  const terms = runsOf(query).flatMap((run): readonly string[] => {
    if (!isHan(run)) return [run.replace(/(?<=[a-z])[1-5]$/, '')];
    const letters = [...run];
    return letters.length === 1 ? letters : pairsOf(run).slice(0, -1);
  });
  return [...new Set(terms)].slice(0, TERMS).map((term) => term.slice(0, TERM_LETTERS));
};
