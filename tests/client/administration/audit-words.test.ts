// The audit log in words: why not, who, and to whom.
import { expect, test } from 'vitest';
import { targetWords, whoWords } from '../../../client/features/administration/audit-words.ts';
import { codeWords } from '../../../client/features/administration/code-words.ts';
import type { AuditPage } from '../../../client/connection/audit-api.ts';
import { LANGUAGES } from '../../../shared/kernel/language.ts';

/** One of each kind that doors refuse with. */
const CODES = [
  'permission/denied',
  'access/denied',
  'account/denied',
  'account/signInFirst',
  'http/malformed',
  'link/unknown',
  'file/unknown',
  'file/tooLarge',
  'workshop/unknown',
  'directory/changedMeanwhile',
  'csv/begun',
  'draft/unknownStyle',
  'approval/badLink',
  'publication/obstacles',
  'protocol/tooFast',
];

test('a refusal is told in words, in both languages and without holes in them', () => {
  expect(CODES.filter((code) => codeWords(code, 'en') === undefined)).toEqual([]);
  expect(CODES.filter((code) => !/\p{Script=Han}/u.test(codeWords(code, 'zh-Hans') ?? ''))).toEqual([]);
  for (const language of LANGUAGES) expect(codeWords('minutes/tooManyCorrections', language)).not.toMatch(/[{}]/);
  expect(codeWords('nobody/foresaw', 'en')).toBeUndefined();
});

test('a seat and an account are named as today; without a name they are said to be gone, with the id', () => {
  const page: AuditPage = {
    records: [],
    more: false,
    accounts: { acc: 'Ada' },
    seats: { s1: { en: 'QIAN Jingjing', 'zh-Hans': '钱京京' } },
    workshops: {},
  };
  const line = { id: '1', at: 0, door: 'socket', action: 'x', outcome: 'done' } as const;
  expect(whoWords({ ...line, seat: 's1' }, page, 'zh-Hans')).toEqual({ words: '钱京京' });
  expect(whoWords({ ...line, seat: 's2' }, page, 'en')).toEqual({ words: 'a removed seat', id: 's2' });
  expect(whoWords({ ...line, account: 'gone' }, page, 'en')).toEqual({ words: 'a closed account', id: 'gone' });
  expect(targetWords('s1 owner acc', page, 'en')).toBe('QIAN Jingjing, owner, Ada');
});
