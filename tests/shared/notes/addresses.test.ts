/** Where a link on the board may lead. */
import { describe, expect, test } from 'vitest';
import { addressFrom, isSafeAddress } from '../../../shared/notes/addresses.ts';

describe('addresses of links', () => {
  test.each([
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['  HTTP://example.org ', 'HTTP://example.org'],
    ['mailto:ann@example.org', 'mailto:ann@example.org'],
    ['ann@example.org', 'mailto:ann@example.org'],
    ['example.org/report.pdf', 'https://example.org/report.pdf'],
    ['例子.中国/报告', 'https://例子.中国/报告'],
    ['example.org:8443/x', 'https://example.org:8443/x'],
  ])('given %s is typed, then the link leads to %s', (typed, kept) => {
    expect(addressFrom(typed)).toBe(kept);
    expect(isSafeAddress(kept)).toBe(true);
  });

  test.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript://example.org/%0aalert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    'https:javascript:alert(1)',
    '//example.org',
    '/w/other',
    'http://',
    'not an address',
    `https://example.org/${'x'.repeat(2_000)}`,
    '',
  ])('given %j, then there is no link', (typed) => {
    expect(addressFrom(typed)).toBeNull();
    expect(isSafeAddress(typed)).toBe(false);
  });
});
