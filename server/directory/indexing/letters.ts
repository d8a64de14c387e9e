/** Text as it is compared: no accents, no case, no width, no punctuation. Owns what counts as a letter; must not know names. */

/** ü is typed v, u or yu; it is compared as v and looked for as each. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[üǖǘǚǜ]/g, 'v')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[øðłđæœ]/g, (letter) => ({ ø: 'o', ð: 'd', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe' })[letter] ?? letter);

const RUNS = /\p{Script=Han}+|[^\p{Script=Han}\P{L}]+[\p{N}]*|\p{N}+/gu;

/** The runs of one script, in order: 钱Jingjing → 钱, jingjing. Apostrophes and hyphens join what stands around them. */
export const runsOf = (text: string): readonly string[] =>
  plain(text)
    .replace(/(?<=\p{L})['’‘`´.-](?=\p{L})/gu, '')
    .match(RUNS) ?? [];

export const isHan = (run: string): boolean => /^\p{Script=Han}/u.test(run);

/** All letters and digits in one piece. */
export const joined = (text: string): string => runsOf(text).join('');
