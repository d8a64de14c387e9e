// Ten zones by changes of clock: what is written is what the calendar of that zone says, checked against Temporal, another implementation.
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { bothZones, offsetText } from '../../../shared/times/both-zones.ts';
import { wallClock } from '../../../shared/times/wall-clock.ts';

const ZONES = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'Africa/Nairobi',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Kiritimati',
] as const;
const MINUTE = 60_000;

/** The two changes of clock after the beginning of 2026 where the zone has some, else the turns of two months. */
const changesOf = (zone: string): readonly number[] => {
  const found: number[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.ZonedDateTime.from(`2026-01-01T00:00[${zone}]`);
  while (found.length < 2 && at !== null) {
    at = at.getTimeZoneTransition('next');
    if (at !== null) found.push(at.epochMilliseconds);
  }
  return found.length === 2 ? found : [Date.UTC(2026, 2, 1), Date.UTC(2028, 1, 29)];
};

describe('both zones', () => {
  it('read as the zone’s own calendar says, before, at and after every change of clock', () => {
    for (const zone of ZONES) {
      for (const change of changesOf(zone)) {
        for (const away of [-720, -61, -60, -31, -1, 0, 1, 31, 60, 61, 720]) {
          const at = change + away * MINUTE;
          const told = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
          expect(wallClock(at, zone), `${zone} ${told.toString()}`).toEqual({
            year: told.year,
            month: told.month,
            day: told.day,
            hour: told.hour,
            minute: told.minute,
            weekday: told.dayOfWeek % 7,
            offset: told.offsetNanoseconds / 60_000_000_000,
          });
        }
      }
    }
  });

  it('say the weekday, the distance from UTC and that it is the next day elsewhere', () => {
    const from = Date.UTC(2026, 2, 26, 6);
    const range = { from, until: from + 90 * MINUTE };
    const told = bothZones(range, 'Asia/Shanghai', 'America/Los_Angeles', 'en');
    expect(told.there).toMatchObject({ text: 'Thu 26 Mar 2026, 14:00–15:30', offset: 'UTC+8' });
    expect(told.here).toMatchObject({ text: 'Wed 25 Mar 2026, 23:00–00:30 (+1)', offset: 'UTC−7' });
    expect(told).toMatchObject({ dayShift: -1, shiftText: 'the day before' });
    const chinese = bothZones(range, 'Asia/Shanghai', 'Pacific/Auckland', 'zh-Hans');
    expect(chinese.there.text).toBe('2026年3月26日（周四） 14:00–15:30');
    expect(chinese).toMatchObject({ dayShift: 0, shiftText: '' });
  });

  it('are one where both walls show the same', () => {
    expect(bothZones({ from: 0 }, 'Asia/Shanghai', 'Asia/Singapore', 'en').here).not.toBeNull();
    expect(bothZones({ from: Date.UTC(2026, 0, 1) }, 'Asia/Shanghai', 'Asia/Singapore', 'en').here).toBeNull();
    expect([0, 345, -210].map(offsetText)).toEqual(['UTC', 'UTC+5:45', 'UTC−3:30']);
  });
});
