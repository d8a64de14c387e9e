// Addresses a document may link to: the schemes that are meant, however others are disguised.
import { expect, test } from 'vitest';
import { safeLink } from '../../../shared/document/links.ts';

test.each(['https://example.org/a?b=c#d', 'http://例子.中国/', 'mailto:lin@example.org', 'HTTPS://EXAMPLE.ORG'])(
  '%s is linked to',
  (address) => expect(safeLink(address)).toBe(address),
);

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'java\u0000script:alert(1)',
  '\u200bjavascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//example.org',
  '/updates',
  'https:',
  'https://',
  'mailto:',
  '',
  `https://example.org/${'a'.repeat(2000)}`,
])('%j is not', (address) => expect(safeLink(address)).toBeNull());
