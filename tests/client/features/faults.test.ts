// A No over HTTP in words: known codes by the catalogue, unforeseen ones by their name, fields by their path.
import { expect, test } from 'vitest';
import { fieldFault, wordsOfFault } from '../../../client/features/faults.ts';

const fault = { code: 'http/invalid', status: 400, fields: [{ path: 'guest.name', code: 'field/too_small' }] };

test('a known code has words of its own in each language', () => {
  expect(wordsOfFault({ code: 'access/badLink' }, 'en')).toContain('link');
  expect(wordsOfFault({ code: 'access/badLink' }, 'zh-Hans')).toContain('链接');
});

test('a code nobody foresaw is named, so that it can be reported; names that objects carry are no codes', () => {
  expect(wordsOfFault({ code: 'some/thing' }, 'en')).toContain('some/thing');
  expect(wordsOfFault({ code: 'constructor' }, 'en')).toContain('constructor');
});

test('a fault stands at its field, nested or not, and nowhere else', () => {
  expect(fieldFault(fault, 'name', 'en')).toBe('Please fill this in.');
  expect(fieldFault(fault, 'organization', 'en')).toBeUndefined();
  expect(fieldFault(null, 'name', 'en')).toBeUndefined();
});
