/**
 * Text into tokens: words in small letters without accents, English ones by their stem, Chinese as pairs of neighbouring characters. Pairs
 * find every word of two and more characters however a dictionary would part the sentence, which a segmenter does differently for a query
 * and for a text. Owns what a word is; the stores keep tokens as they are given.
 */
import { stemmer } from 'stemmer';

export interface Token {
  readonly token: string;
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** Letters, digits and what is written onto them; an apostrophe inside. A segmenter would do the same forty times slower. */
const WORDS = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const IDEOGRAPHS = /\p{Script=Han}+/gu;
/** Beyond this a word is no word but an accident, such as a long address. */
const LONGEST = 40;

/** One way of writing: full-width letters become ordinary ones, accents and capitals fall away. */
const folded = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Texts repeat their words: each is read once. Emptied when full, for what strangers type has no end. */
const read = new Map<string, string>();
const READ_AT_MOST = 50_000;

const ofWord = (word: string): string => {
  const known = read.get(word);
  if (known !== undefined) return known;
  if (read.size >= READ_AT_MOST) read.clear();
  const token = readWord(word);
  read.set(word, token);
  return token;
};

const readWord = (word: string): string => {
  const plain = folded(word)
    .replace(/['’]s$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
  return /^[a-z]+$/.test(plain) ? stemmer(plain) : plain;
};

/** The ordinary ideographs are written one way only. */
const oneWay = (pair: string): string => (/^[\u4e00-\u9fff]*$/.test(pair) ? pair : pair.normalize('NFKC'));

/** Pairs, and the last character alone, so that a single character is found as the beginning of some token. */
function* ofIdeographs(text: string, at: number): Generator<Token> {
  let start = at;
  let before: string | null = null;
  for (const character of text) {
    if (before !== null) {
      yield { token: oneWay(before + character), start, end: start + before.length + character.length };
      start += before.length;
    }
    before = character;
  }
  if (before !== null) yield { token: oneWay(before), start, end: start + before.length };
}

function* ofOthers(text: string, at: number): Generator<Token> {
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    const token = word.length <= LONGEST ? ofWord(word) : '';
    if (token !== '') yield { token, start: at + index, end: at + index + word.length };
  }
}

/** One after the other, for who may have seen enough before the end. */
export function* tokensIn(text: string): Generator<Token> {
  let at = 0;
  for (const { 0: run, index } of text.matchAll(IDEOGRAPHS)) {
    if (index > at) yield* ofOthers(text.slice(at, index), at);
    yield* ofIdeographs(run, index);
    at = index + run.length;
  }
  yield* ofOthers(text.slice(at), at);
}

export const tokensOf = (text: string): readonly Token[] => [...tokensIn(text)];

/** The tokens alone, as an index wants them. */
export const wordsOf = (text: string): readonly string[] => tokensOf(text).map(({ token }) => token);
