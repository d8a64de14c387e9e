// Addresses as people write them down.
import { expect, test } from 'vitest';
import { readAddresses } from '../../../client/features/inviting/addresses.ts';

test('names and addresses are read line by line, as copied from a mail program or typed', () => {
  const text = '李娜 <lina@company.example>\n\n "Berg, Ida" <ida@berg.example>;\nplain@example.org,\n';
  expect(readAddresses(text)).toEqual({
    ok: true,
    people: [
      { name: '李娜', mail: 'lina@company.example' },
      { name: 'Berg, Ida', mail: 'ida@berg.example' },
      { name: 'plain', mail: 'plain@example.org' },
    ],
  });
});

test.each(['Ida Berg', 'Ida <ida>', 'a@b c@d', '<x@y.example>'])('%j is told as no address', (line) => {
  expect(readAddresses(`a@b.example\n${line}`)).toEqual({ ok: false, line });
});
