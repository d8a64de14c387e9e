// Codes by time against RFC 6238's own vectors, and base32 against RFC 4648's.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeAt, fromBase32, stepAt, stepOf, toBase32 } from '../../../server/accounts/totp.ts';

const key = Buffer.from('12345678901234567890');

test.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('RFC 6238, at %d seconds', (seconds, code) => {
  expect(codeAt(key, stepAt(seconds * 1000), 8)).toBe(code);
});

test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('RFC 4648, base32 of %j', (text, written) => {
  expect(toBase32(Buffer.from(text))).toBe(written);
});

test('whatever is written in base32 is read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect([...fromBase32(toBase32(bytes))]).toEqual([...bytes]);
    }),
  );
});

test('a code is good a step before and after, not two, and not again', () => {
  const now = 1_800_000_000_000;
  const step = stepAt(now);
  for (const by of [-1, 0, 1]) expect(stepOf(key, codeAt(key, step + by), now, -1)).toBe(step + by);
  for (const by of [-2, 2]) expect(stepOf(key, codeAt(key, step + by), now, -1)).toBeNull();
  expect(stepOf(key, codeAt(key, step), now, step)).toBeNull();
  expect(stepOf(key, codeAt(key, step + 1), now, step)).toBe(step + 1);
  expect(stepOf(key, '12345', now, -1)).toBeNull();
});
