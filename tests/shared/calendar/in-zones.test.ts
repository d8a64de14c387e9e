// Both zones in words: against what another program (Intl) reads, around every change of clock, and the forms as they are printed.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dayShift, hoursIn, inZones } from '../../../shared/calendar/in-zones.ts';
import { instant } from '../../../shared/kernel/ids.ts';

const at = (iso: string) => instant(Date.parse(iso));
const span = { from: at('2027-03-26T06:00:00Z'), until: at('2027-03-26T07:30:00Z') };

test.each([
  [
    'America/Los_Angeles',
    'en',
    'Thursday, March 25, 2027, 23:00 – Friday, March 26, 00:30 (Pacific Time, UTC−07:00) – the day before',
  ],
  [
    'America/Los_Angeles',
    'zh-Hans',
    '2027年3月25日星期四 23:00至3月26日星期五 00:30（北美太平洋时间，UTC−07:00，前一天）',
  ],
  ['Asia/Kolkata', 'en', 'Friday, March 26, 2027, 11:30–13:00 (India Standard Time, UTC+05:30)'],
  ['UTC', 'en', 'Friday, March 26, 2027, 06:00–07:30 (UTC)'],
  ['Asia/Singapore', 'en', null],
  [null, 'en', null],
] as const)('a reader in %s, in %s', (zone, language, words) => {
  expect(inZones(span, 'Asia/Shanghai', zone, language).reader).toBe(words);
});

test('the event’s own zone is named as people call it', () => {
  expect(inZones(span, 'Asia/Shanghai', null, 'en').event).toBe(
    'Friday, March 26, 2027, 14:00–15:30 (Beijing Time, UTC+08:00)',
  );
  expect(inZones(span, 'Asia/Shanghai', null, 'zh-Hans').event).toBe(
    '2027年3月26日星期五 14:00–15:30（北京时间，UTC+08:00）',
  );
  expect(inZones({ from: span.from, until: null }, 'Asia/Shanghai', null, 'en').event).toBe(
    'Friday, March 26, 2027, 14:00 (Beijing Time, UTC+08:00)',
  );
});

test('a day that is not the event’s is said, also beside an hour', () => {
  const late = { from: at('2027-03-26T12:00:00Z'), until: at('2027-03-26T12:20:00Z') };
  expect(inZones(late, 'Asia/Shanghai', 'Pacific/Auckland', 'en').reader).toContain(
    'Saturday, March 27, 2027, 01:00–01:20',
  );
  expect(inZones(late, 'Asia/Shanghai', 'Pacific/Auckland', 'en').reader).toContain('the next day');
  expect(hoursIn(late, 'Asia/Shanghai', 'Pacific/Auckland', 'en')).toBe('Saturday, March 27, 01:00–01:20');
  expect(hoursIn(late, 'Asia/Shanghai', 'Europe/Berlin', 'zh-Hans')).toBe('13:00–13:20');
});

test('ten zones by two changes of clock: day, hour and offset are what Intl reads, none wrong', () => {
  const zones = [
    'America/New_York',
    'America/Los_Angeles',
    'America/Santiago',
    'Europe/London',
    'Europe/Berlin',
    'Europe/Dublin',
    'Africa/Casablanca',
    'Africa/Cairo',
    'Australia/Sydney',
    'Australia/Lord_Howe',
  ];
  const wrong: string[] = [];
  let asked = 0;
  for (const zone of zones) {
    let change = Temporal.PlainDate.from('2027-01-01').toZonedDateTime(zone).getTimeZoneTransition('next');
    for (let nth = 0; nth < 2 && change; nth += 1, change = change.getTimeZoneTransition('next')) {
      for (const by of [-86_400_000, -3_600_000, -60_000, 0, 60_000, 1_800_000, 3_600_000, 86_400_000]) {
        const from = instant(change.epochMilliseconds + by);
        const words = inZones({ from, until: null }, 'Asia/Shanghai', zone, 'en').reader ?? '';
        const parts = Object.fromEntries(
          new Intl.DateTimeFormat('en-US', {
            timeZone: zone,
            weekday: 'long',
            month: 'long',
            day: 'numeric',
            year: 'numeric',
            hour: '2-digit',
            minute: '2-digit',
            hourCycle: 'h23',
            timeZoneName: 'longOffset',
          })
            .formatToParts(from)
            .map(({ type, value }) => [type, value]),
        );
        const offset = String(parts.timeZoneName).replace('GMT+00:00', 'UTC').replace('GMT', 'UTC').replace('-', '−');
        const wanted = [
          `${parts.weekday}, ${parts.month} ${parts.day}, ${parts.year}, ${parts.hour}:${parts.minute} (`,
          `${offset})`,
        ];
        asked += 1;
        if (!wanted.every((piece) => words.includes(piece))) wrong.push(`${words} is not ${wanted.join('')}`);
        const days = (timeZone: string): number =>
          Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone }).format(from));
        if (dayShift(from, 'Asia/Shanghai', zone) * 86_400_000 !== days(zone) - days('Asia/Shanghai'))
          wrong.push(`the day at ${words}`);
      }
    }
  }
  expect(asked).toBe(160);
  expect(wrong).toEqual([]);
});
