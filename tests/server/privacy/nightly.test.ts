// The night's hour: local, once, made up for after a restart, and not lost to a fault.
import { expect, test } from 'vitest';
import { createNightly } from '../../../server/privacy/nightly.ts';
import { instant } from '../../../shared/kernel/ids.ts';
import { nextNight } from '../../../shared/privacy/next-night.ts';
import { createManualClock } from '../../support/manual-clock.ts';

const at = (text: string): number => Date.parse(text);
const HOUR_MS = 3_600_000;

test('given a zone and an hour, when the next night is asked, then the clock there shows it, also where it jumps', () => {
  const next = (from: string, hour: number, zone: string) =>
    new Date(nextNight(instant(at(from)), hour, zone)).toISOString();
  expect(next('2026-11-24T18:00:00Z', 3, 'Asia/Shanghai')).toBe('2026-11-24T19:00:00.000Z');
  expect(next('2026-11-24T19:00:00Z', 3, 'Asia/Shanghai')).toBe('2026-11-25T19:00:00.000Z');
  expect(next('2027-03-28T00:30:00Z', 2, 'Europe/Berlin')).toBe('2027-03-28T01:00:00.000Z');
});

const house = (start: string, purgedAt: string | null) => {
  const clock = createManualClock(at(start));
  let last = purgedAt === null ? null : instant(at(purgedAt));
  const purges: string[] = [];
  let failing = false;
  const faults: unknown[] = [];
  const nightly = createNightly({
    keeping: {
      days: () => Promise.reject(new Error('not asked')),
      night: () => Promise.resolve({ hour: 3, timeZone: 'UTC', purgedAt: last }),
      change: () => Promise.resolve(),
      purged: () => Promise.resolve(),
    },
    purge: () => {
      if (failing) return Promise.reject(new Error('no disk'));
      last = clock.now();
      purges.push(new Date(last).toISOString());
      return Promise.resolve();
    },
    clock,
    onFault: (fault) => faults.push(fault),
  });
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return { clock, nightly, purges, faults, turn, fail: (yes: boolean) => (failing = yes) };
};

test('given a server that runs, when nights go by, then it purges once each at the hour', async () => {
  const { clock, nightly, purges, turn } = house('2027-01-01T12:00:00Z', null);
  await nightly.wind();
  for (let hours = 0; hours < 48; hours += 1) {
    clock.advance(HOUR_MS);
    await turn();
  }
  expect(purges).toEqual(['2027-01-02T03:00:00.000Z', '2027-01-03T03:00:00.000Z']);
});

test('given a night without a server, when it starts, then soon; and given one that was purged, then not before the next', async () => {
  const missed = house('2027-01-05T12:00:00Z', '2027-01-03T03:00:00Z');
  await missed.nightly.wind();
  missed.clock.advance(60_000);
  await missed.turn();
  expect(missed.purges).toEqual(['2027-01-05T12:01:00.000Z']);
  const done = house('2027-01-05T12:00:00Z', '2027-01-05T03:00:00Z');
  await done.nightly.wind();
  done.clock.advance(14 * HOUR_MS);
  await done.turn();
  expect(done.purges).toEqual([]);
});

test('given a purge that fails, when an hour has gone, then it is tried again; and a closed one never', async () => {
  const { clock, nightly, purges, faults, turn, fail } = house('2027-01-01T02:00:00Z', null);
  fail(true);
  await nightly.wind();
  clock.advance(HOUR_MS);
  await turn();
  expect(faults).toHaveLength(1);
  fail(false);
  clock.advance(HOUR_MS);
  await turn();
  expect(purges).toEqual(['2027-01-01T04:00:00.000Z']);
  nightly.close();
  clock.advance(48 * HOUR_MS);
  await turn();
  expect(purges).toHaveLength(1);
});
