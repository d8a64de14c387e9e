// Full jitter from the first attempt: a restarted server is not met by everybody at once, and nobody waits long.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { waitBefore } from '../../../client/connection/reconnect-policy.ts';

test('the first wait is spread from nothing to its whole bound', () => {
  expect(waitBefore(1, () => 0)).toBe(0);
  expect(waitBefore(1, () => 0.5)).toBe(400);
  expect(waitBefore(1, () => 0.999999)).toBe(799);
});

test('bounds double with each failure up to the cap', () => {
  const bounds = [1, 2, 3, 4, 9].map((attempt) => waitBefore(attempt, () => 0.9999999));
  expect(bounds).toEqual([799, 1599, 3199, 3999, 3999]);
});

test('whatever the attempt and the chance, the wait is whole, not negative, and below four seconds', () => {
  fc.assert(
    fc.property(fc.nat(), fc.double({ min: 0, max: 0.9999999, noNaN: true }), (attempt, chance) => {
      const wait = waitBefore(attempt, () => chance);
      expect(Number.isInteger(wait)).toBe(true);
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThan(4_000);
    }),
  );
});
