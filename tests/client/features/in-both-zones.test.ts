// A time is told in the reader's zone, and in the event's where that reads otherwise.
import { expect, test } from 'vitest';
import { whenIn } from '../../../client/features/in-both-zones.ts';

const AT = Date.UTC(2026, 10, 24, 6, 30);
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const elsewhere = HERE === 'Asia/Shanghai' ? 'America/New_York' : 'Asia/Shanghai';

test('the same zone is not told twice', () => {
  expect(whenIn(AT, HERE, 'en').there).toBeNull();
});

test.each(['en', 'zh-Hans'] as const)('another zone is told beside it (%s)', (language) => {
  const { here, there } = whenIn(AT, elsewhere, language);
  expect(there).not.toBeNull();
  expect(there).not.toBe(here);
  expect(here).toContain('2026');
});
