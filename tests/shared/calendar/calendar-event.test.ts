// Invitations are read back by other programs as they were meant: the same instants around every change of clock, the same words.
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { calendarText, type CalendarEvent } from '../../../shared/calendar/calendar-event.ts';
import { folded } from '../../../shared/calendar/content-line.ts';
import { instant } from '../../../shared/kernel/ids.ts';
import { readByAll, type ReadEvent } from '../../support/calendar-readers.ts';

const ZONES = [
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
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const AROUND = [-7 * 24 * HOUR, -24 * HOUR, -HOUR, -30 * MINUTE, -MINUTE, 0, 30 * MINUTE, HOUR, 2 * HOUR, 24 * HOUR];

const SUMMARY = '绿色电力交易第一次网络研讨会：企业采购的经验、障碍；以及“下一步”, 第一场 — 𠮷田 and friends';
const DESCRIPTION =
  'One; two, three\\four\n\n14:00 开幕致辞，主持人：钱晶晶\nhttps://plenary.example/w/abc#k=se-cret_1 ' +
  '长'.repeat(120);

const event = (more: Partial<CalendarEvent>): CalendarEvent => ({
  uid: 'w1@plenary',
  sequence: 3,
  stamp: instant(Date.UTC(2027, 0, 1)),
  from: instant(Date.UTC(2027, 4, 12, 6)),
  until: instant(Date.UTC(2027, 4, 12, 8)),
  timeZone: 'Asia/Shanghai',
  language: 'zh-Hans',
  summary: SUMMARY,
  description: DESCRIPTION,
  url: 'https://plenary.example/w/abc',
  organizer: { name: 'Plenary', mail: 'workshops@plenary.example' },
  attendee: { name: '钱晶晶; "J"', mail: 'qian@company.example' },
  ...more,
});

const meant = ({ from, until, sequence }: CalendarEvent): Omit<ReadEvent, 'method'> => ({
  uid: 'w1@plenary',
  sequence,
  from,
  until,
  summary: SUMMARY,
  description: DESCRIPTION,
  attendee: 'mailto:qian@company.example',
});

describe('an invitation is read by three programs', () => {
  const changesOf2027 = (timeZone: string): readonly number[] => {
    const changes: number[] = [];
    let at = Temporal.PlainDate.from('2027-01-01').toZonedDateTime(timeZone).getTimeZoneTransition('next');
    for (; at !== null && at.year === 2027; at = at.getTimeZoneTransition('next')) changes.push(at.epochMilliseconds);
    return changes;
  };
  const events = [
    ...ZONES.flatMap((timeZone) => {
      const changes = changesOf2027(timeZone);
      expect(changes, timeZone).toHaveLength(2);
      return changes.flatMap((change) =>
        AROUND.map((by) => event({ timeZone, from: instant(change + by), until: instant(change + by + 90 * MINUTE) })),
      );
    }),
    event({}),
    event({ timeZone: 'UTC' }),
    event({ timeZone: 'Asia/Kolkata' }),
  ];
  const texts = events.map((one) => calendarText(one, 'REQUEST'));

  test('ten zones by two changes of clock, none wrong', async () => {
    expect(events.length).toBeGreaterThanOrEqual(200);
    const read = await readByAll(texts);
    events.forEach((one, index) => {
      const about = `${one.timeZone} ${new Date(one.from).toISOString()}`;
      const wanted = { ...meant(one), method: 'REQUEST' };
      expect(read[index], about).toEqual({ icalJs: wanted, icalendar: wanted, vobject: wanted });
    });
  });

  test('no line is longer than 75 octets, and no character is broken', () => {
    const lines = texts.flatMap((text) => text.split('\r\n'));
    const isWhole = (line: string): boolean => !line.includes('\n') && Buffer.from(line).toString() === line;
    expect(lines.filter((line) => Buffer.byteLength(line) > 75 || !isWhole(line))).toEqual([]);
    expect(texts.filter((text) => !text.endsWith('END:VCALENDAR\r\n'))).toEqual([]);
  });

  test('cancelling keeps the UID, and says so', async () => {
    const text = calendarText(event({ sequence: 4 }), 'CANCEL');
    expect(text).toContain('STATUS:CANCELLED\r\n');
    const wanted = { ...meant(event({ sequence: 4 })), method: 'CANCEL' };
    expect(await readByAll([text])).toEqual([{ icalJs: wanted, icalendar: wanted, vobject: wanted }]);
  });

  test('what anybody types adds no line and no property', async () => {
    const evil = 'x\r\nATTENDEE:mailto:evil@example.com\nBEGIN:VALARM"';
    const text = calendarText(
      event({ summary: evil, description: evil, attendee: { name: evil, mail: 'q@x.example>\r\nX: y' } }),
      'REQUEST',
    );
    expect(text.split('\r\n').filter((line) => /^(?:ATTENDEE|BEGIN:VALARM|X:)/.test(line))).toHaveLength(1);
    for (const read of (await readByAll([text])).flatMap((all) => Object.values(all)))
      expect(read.summary).toBe(evil.replace('\r\n', '\n'));
  });

  test('a lone half of a surrogate pair becomes a whole character', () => {
    expect(folded('SUMMARY:\ud800')).toBe('SUMMARY:\ufffd\r\n');
  });
});
