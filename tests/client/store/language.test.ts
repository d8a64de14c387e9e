// The first language is the browser's: the first that Plenary speaks, any Chinese as simplified Chinese.
import { expect, test } from 'vitest';
import { languageFrom } from '../../../client/store/language.ts';

test.each([
  [['zh-CN', 'en'], 'zh-Hans'],
  [['zh-TW'], 'zh-Hans'],
  [['en-GB', 'zh'], 'en'],
  [['de', 'zh-CN', 'en'], 'zh-Hans'],
  [['de', 'fr'], 'en'],
  [[], 'en'],
] as const)('%j → %s', (wanted, language) => {
  expect(languageFrom(wanted)).toBe(language);
});
