// What is a word, what is found, and what is shown of it.
import { describe, expect, test } from 'vitest';
import { excerpt, highlight } from '../../../server/search/highlight.ts';
import { queryOf } from '../../../server/search/query.ts';
import { tokensOf, wordsOf } from '../../../server/search/tokens.ts';

/** Whether a text would be found by these words: what the stores do with tokens. */
const finds = (words: string, text: string): boolean => {
  const query = queryOf(words);
  const tokens = wordsOf(text);
  return (
    query !== null &&
    query.words.every((word) => tokens.includes(word)) &&
    query.beginnings.every((beginning) => tokens.some((token) => token.startsWith(beginning)))
  );
};

describe('found', () => {
  const chinese = '由和源城市生态研究院主办的低碳消费线上研讨会在北京召开，QIAN Jingjing（钱京京）主持。';
  test.each([
    '消费',
    '低碳',
    '碳',
    '低碳消费',
    '研讨会',
    '开',
    '钱京京',
    '京京',
    'qian jingjing',
    'Jingjing',
    '低碳 北京',
  ])('%s in Chinese', (words) => expect(finds(words, chinese)).toBe(true));
  test.each(['上海', '碳低', '消费低', '低碳 上海'])('%s is not there', (words) =>
    expect(finds(words, chinese)).toBe(false),
  );

  const english =
    'Experts agreed to launch advocacy campaigns; CEO José Müller’s emissions were “ＬＯＷ-carbon”, O’Neil said.';
  test.each([
    'expert',
    'campaign',
    'launching',
    'emission',
    'jose muller',
    'Müller',
    'low carbon',
    'LOW',
    "O'Neil",
    'agreeing',
  ])('%s in English', (words) => expect(finds(words, english)).toBe(true));
  test.each(['expertise of', 'lo', 'cartoon'])('%s is not there', (words) => expect(finds(words, english)).toBe(false));
});

test.each(['', '   ', '，。！', '…—"'])('%j asks for nothing', (words) => expect(queryOf(words)).toBeNull());

test('tokens know where they stand, also behind characters outside the basic plane', () => {
  const text = '𠮷野家 Über-cool 减排';
  for (const { start, end, token } of tokensOf(text)) {
    expect(wordsOf(text.slice(start, end))).toContain(token);
  }
  expect(wordsOf(text)).toEqual(['𠮷野', '野家', '家', 'uber', 'cool', '减排', '排']);
});

const shown = (pieces: ReturnType<typeof highlight> | null): string =>
  (pieces ?? []).map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join('');
const query = (words: string) => queryOf(words) ?? { words: [], beginnings: [] };

test('what was found is marked as it was written', () => {
  expect(shown(highlight('Experts agreed; an EXPERT spoke.', query('expert')))).toBe(
    '[Experts] agreed; an [EXPERT] spoke.',
  );
  expect(shown(highlight('推动低碳消费与低碳出行', query('低碳消费')))).toBe('推动[低碳消费]与[低碳]出行');
  expect(shown(highlight('碳中和', query('碳')))).toBe('[碳]中和');
});

test('an excerpt shows the place where most is found, and whole characters', () => {
  const text = `${'word '.repeat(80)}low things ${'word '.repeat(80)}low carbon consumption ${'word '.repeat(80)}`;
  const piece = shown(excerpt(text, query('low carbon'), 80));
  expect(piece).toContain('[low] [carbon] consumption');
  expect(piece.startsWith('…') && piece.endsWith('…')).toBe(true);
  expect(piece).not.toMatch(/…ord|wor…/);
  const chinese = shown(excerpt(`${'𠮷'.repeat(200)}减排${'𠮷'.repeat(200)}`, query('减排'), 60));
  expect(() => encodeURIComponent(chinese)).not.toThrow();
  expect(excerpt('nothing here', query('low'), 80)).toBeNull();
});
