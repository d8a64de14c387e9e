/**
 * Which numbers a text gives, however they are written: digits of either width, words, Chinese numerals, with the unit that makes another number
 * of them. Owns the reading; "60%" is neither 60 nor 60 million.
 */
const WORDS: Readonly<Record<string, string>> = Object.fromEntries([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, at) => [word, String(at)]),
  ...'thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, String(30 + 10 * at)]),
  ...'first second third fourth fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .map((word, at) => [word, String(at + 1)]),
  ...[
    'once 1',
    'twice 2',
    'thrice 3',
    'dozen 12',
    'dozens 12',
    'half 1/2',
    'quarter 1/4',
    'double 2',
    'doubled 2',
    'triple 3',
    'tripled 3',
  ].map((pair) => pair.split(' ')),
]) as Record<string, string>;

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const DAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

const DIGITS = '零一二三四五六七八九';
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** 三千零六十 as 3060, 二〇二〇 as 2020; null: no number. */
const chineseNumber = (text: string): number | null => {
  const plain = text.replaceAll('〇', '零').replaceAll('两', '二');
  if (![...plain].some((sign) => sign in POWERS))
    return Number([...plain].map((sign) => DIGITS.indexOf(sign)).join('')) || null;
  let [whole, part, last] = [0, 0, 0];
  for (const sign of plain) {
    const power = POWERS[sign];
    if (power === undefined) last = DIGITS.indexOf(sign);
    else if (power < 10_000) {
      part += (last === 0 && sign === '十' ? 1 : last) * power;
      last = 0;
    } else {
      whole = (whole + part + last) * power;
      [part, last] = [0, 0];
    }
  }
  return whole + part + last;
};

const NUMERALS = '[零〇一二两三四五六七八九十百千]+';
const COUNTED = '[个位名家项次年月日号天周倍成元人场座种条篇份届期点小]';
/** 一起 and 统一 count nothing; 第三 and 三家 do. */
const CHINESE = new RegExp(
  `百分之(${NUMERALS})|第(${NUMERALS})|(${NUMERALS}[万亿]*)(?=${COUNTED})|(${NUMERALS}[万亿]+)`,
  'gu',
);
const LATIN = /(\d+(?:[.,]\d+)*)\s*(%|percent\b|per cent\b|thousand\b|million\b|billion\b|trillion\b|[万亿])?/giu;

const UNITS: Readonly<Record<string, string>> = { percent: '%', 'per cent': '%' };
const plainNumber = (digits: string): string => {
  const bare = digits.replace(/,(?=\d{3}(?!\d))/g, '');
  return /^\d+(?:\.\d+)?$/.test(bare) ? String(Number(bare)) : bare;
};

/** In the order in which they stand, each as digits with its unit; months and days of the week by their English names. */
export const numbersGiven = (text: string): readonly string[] => {
  const narrow = text.normalize('NFKC');
  const found: { readonly at: number; readonly is: string }[] = [];
  for (const match of narrow.matchAll(LATIN)) {
    const unit = (match[2] ?? '').toLowerCase();
    found.push({ at: match.index, is: `${plainNumber(match[1] ?? '')}${UNITS[unit] ?? unit}` });
  }
  for (const match of narrow.matchAll(CHINESE)) {
    const [, percent, ordinal, counted, large] = match;
    const written = percent ?? ordinal ?? counted ?? large ?? '';
    // 一个, 一次: an article, not a count.
    if (counted === '一' && ordinal === undefined) continue;
    const value = chineseNumber(written);
    if (value !== null) found.push({ at: match.index, is: `${value}${percent === undefined ? '' : '%'}` });
  }
  for (const { 0: word, index } of narrow.matchAll(/[A-Za-z]+/g)) {
    const lower = word.toLowerCase();
    const month = MONTHS.indexOf(lower);
    // "may" and "march" are verbs as well.
    const isMonth = month >= 0 && word !== lower;
    if (isMonth) found.push({ at: index, is: `month ${month + 1}` });
    else if (DAYS.includes(lower)) found.push({ at: index, is: lower });
    else if (Object.hasOwn(WORDS, lower)) found.push({ at: index, is: WORDS[lower] ?? '' });
  }
  for (const match of narrow.matchAll(/(?:星期|周|礼拜)([一二三四五六日天])(?!次|年|家|个|位)/gu))
    found.push({
      at: match.index,
      is: DAYS[('一二三四五六日'.indexOf(match[1] === '天' ? '日' : (match[1] ?? '')) + 7) % 7] ?? '',
    });
  for (const match of narrow.matchAll(/(\d{1,2})月/gu))
    found.push({ at: match.index, is: `month ${Number(match[1])}` });
  return found.toSorted((a, b) => a.at - b.at).map(({ is }) => is);
};
