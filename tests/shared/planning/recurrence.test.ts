// Series keep the hour on the wall of their zone over every change of clock; an hour that is skipped or there twice is told.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '../../../shared/kernel/ids.ts';
import { atOnWall, hourOnWall, recurring, wallText, type Recurrence } from '../../../shared/planning/recurrence.ts';
import { wallClock } from '../../../shared/times/wall-clock.ts';

const ZONES = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Tehran',
  'Pacific/Auckland',
];
const aRule = fc.record<Recurrence>({
  every: fc.constantFrom('week', 'monthDay', 'monthWeekday'),
  interval: fc.integer({ min: 1, max: 5 }),
} as never);

test('whatever the zone, the beginning and the rule: the wall shows the same hour each time, unless it skips it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) }),
      aRule,
      (zone, at, rule) => {
        const first = instant(Math.floor(at / 60_000) * 60_000);
        const { hour, minute } = wallClock(first, zone);
        let before: number = first;
        for (const one of recurring(first, zone, rule, 12)) {
          const wall = wallClock(one.at, zone);
          if (one.hour !== 'skipped') expect([wall.hour, wall.minute]).toEqual([hour, minute]);
          expect(one.at).toBeGreaterThan(before);
          before = one.at;
        }
      },
    ),
    { numRuns: 150, seed: 7 },
  );
});

test('the fourth Thursday stays the fourth, the fifth is the last, the 31st the last of a shorter month', () => {
  const days = (local: string, rule: Recurrence, count: number) =>
    recurring(atOnWall(local, 'Europe/Berlin'), 'Europe/Berlin', rule, count).map(({ at }) =>
      wallText(at, 'Europe/Berlin').slice(0, 10),
    );
  expect(days('2026-03-26T14:00', { every: 'monthWeekday', interval: 1 }, 3)).toEqual([
    '2026-04-23',
    '2026-05-28',
    '2026-06-25',
  ]);
  expect(days('2026-01-29T14:00', { every: 'monthWeekday', interval: 1 }, 2)).toEqual(['2026-02-26', '2026-03-26']);
  expect(days('2026-04-30T14:00', { every: 'monthWeekday', interval: 1 }, 1)).toEqual(['2026-05-28']);
  expect(days('2026-01-31T14:00', { every: 'monthDay', interval: 1 }, 2)).toEqual(['2026-02-28', '2026-03-31']);
});

test('an hour that the clocks skip or show twice is told', () => {
  expect(hourOnWall('2026-03-29T02:30', 'Europe/Berlin')).toBe('skipped');
  expect(hourOnWall('2026-10-25T02:30', 'Europe/Berlin')).toBe('twice');
  expect(hourOnWall('2026-10-25T02:30', 'Asia/Shanghai')).toBe('once');
});
