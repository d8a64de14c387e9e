// Identifiers of other registers: every pasted form of a right one is read, and a slip of one digit is not.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readExternalId, SCHEMES } from '../../../shared/directory/external-ids.ts';

test.each([
  ['orcid', 'https://orcid.org/0000-0002-1825-0097', '0000-0002-1825-0097'],
  ['orcid', '000000021694233x', '0000-0002-1694-233X'],
  ['isni', '0000 0001 2150 090X', '000000012150090X'],
  ['wikidata', 'https://www.wikidata.org/wiki/Q42', 'Q42'],
  ['ror', 'https://ror.org/05a28rw58', '05a28rw58'],
  ['uscc', '91350100m000100y43', '91350100M000100Y43'],
] as const)('%s: %s', (scheme, pasted, value) => {
  expect(readExternalId(scheme, pasted)).toBe(value);
});

test('one digit wrong, and it is no ORCID and no credit code', () => {
  fc.assert(
    fc.property(fc.nat(15), fc.nat(9), fc.nat(17), (at, digit, place) => {
      const wrong = [...'0000000218250097'].with(at, String(digit)).join('');
      expect(readExternalId('orcid', wrong) !== null).toBe(wrong === '0000000218250097');
      const code = [...'91350100M000100Y43'].with(place, String(digit)).join('');
      expect(readExternalId('uscc', code) !== null).toBe(code === '91350100M000100Y43');
    }),
  );
});

test('any text gives an identifier or none, and reading one again changes nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...SCHEMES), fc.string(), (scheme, text) => {
      const value = readExternalId(scheme, text);
      if (value !== null) expect(readExternalId(scheme, value)).toBe(value);
    }),
  );
});
