// What two readings of a line amount to, and from where on it is called weak or bad.
import { expect, it } from 'vitest';
import { between, gradeOf, NOTHING_READ } from '../../../client/media/quality.ts';

const before = { lost: 10, arrived: 1000, freezes: 1, roundTrip: 40 };

it('counts what happened since the last look, not since the beginning', () => {
  const now = { lost: 20, arrived: 1090, freezes: 3, roundTrip: 120.4 };
  expect(between(before, now)).toEqual({ loss: 0.1, roundTrip: 120, freezes: 2 });
});

it('takes a line made anew for what it is: sums that shrank begin at nothing', () => {
  const now = { lost: 1, arrived: 99, freezes: 0, roundTrip: null };
  expect(between(before, now)).toEqual({ loss: 0.01, roundTrip: null, freezes: 0 });
});

it('finds a silent line without fault', () => {
  expect(between(NOTHING_READ, NOTHING_READ)).toEqual({ loss: 0, roundTrip: null, freezes: 0 });
});

it.each([
  [{ loss: 0, roundTrip: 40, freezes: 0 }, 'good'],
  [{ loss: 0.03, roundTrip: 40, freezes: 0 }, 'fair'],
  [{ loss: 0, roundTrip: 300, freezes: 0 }, 'fair'],
  [{ loss: 0, roundTrip: null, freezes: 1 }, 'fair'],
  [{ loss: 0.1, roundTrip: 40, freezes: 0 }, 'poor'],
  [{ loss: 0, roundTrip: 700, freezes: 0 }, 'poor'],
  [{ loss: 0, roundTrip: null, freezes: 3 }, 'poor'],
] as const)('%o is %s', (quality, grade) => {
  expect(gradeOf(quality)).toBe(grade);
});
