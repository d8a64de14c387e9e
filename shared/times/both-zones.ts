/**
 * A point in time written for a reader elsewhere: in the event's zone and in the reader's, each with weekday and distance from UTC, and how the
 * days differ. Owns the forms in both languages. Mails, pages and lists use it alike.
 */
import type { Language } from '../kernel/language.ts';
import { dayNumber, wallClock, type WallClock } from './wall-clock.ts';

const WEEKDAYS = {
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  'zh-Hans': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
} as const satisfies Record<Language, readonly string[]>;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const two = (n: number): string => String(n).padStart(2, '0');

/** UTC, UTC+8, UTC−3:30 */
export const offsetText = (minutes: number): string => {
  if (minutes === 0) return 'UTC';
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(Math.abs(minutes) / 60)}${rest === 0 ? '' : `:${two(rest)}`}`;
};

/** Thu 26 Mar 2026 / 2026年3月26日（周四） */
const dayText = ({ year, month, day, weekday }: WallClock, language: Language): string =>
  language === 'en'
    ? `${WEEKDAYS.en[weekday]} ${day} ${MONTHS[month - 1]} ${year}`
    : `${year}年${month}月${day}日（${WEEKDAYS['zh-Hans'][weekday]}）`;

export const clockText = ({ hour, minute }: WallClock): string => `${two(hour)}:${two(minute)}`;

export interface TimeThere {
  readonly zone: string;
  readonly day: string;
  readonly clock: string;
  /** Where the time has an end: its clock, with how many days later that is when it is not the same day. */
  readonly until?: string;
  readonly offset: string;
  /** Day and clock in one, such as "Thu 26 Mar 2026, 14:00–15:30". */
  readonly text: string;
}

interface BothZones {
  /** Where the event is. */
  readonly there: TimeThere;
  /** Where the reader is; null: the walls of both show the same, now and at the end. */
  readonly here: TimeThere | null;
  /** How many days the reader's calendar is ahead of the event's: −1, 0 or 1. */
  readonly dayShift: number;
  /** "the next day", "the day before"; empty on the same day. */
  readonly shiftText: string;
}

const SHIFTS: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['the day before', 'the next day'],
  'zh-Hans': ['前一天', '次日'],
};

const timeIn = (from: number, until: number | null, zone: string, language: Language): TimeThere => {
  const start = wallClock(from, zone);
  const end = until === null ? null : wallClock(until, zone);
  const later = end === null ? 0 : dayNumber(end) - dayNumber(start);
  const clock = clockText(start);
  const last = end === null ? undefined : `${clockText(end)}${later === 0 ? '' : ` (+${later})`}`;
  const day = dayText(start, language);
  const clocks = last === undefined ? clock : `${clock}–${last}`;
  return {
    zone,
    day,
    clock,
    ...(last !== undefined && { until: last }),
    offset: offsetText(start.offset),
    text: language === 'en' ? `${day}, ${clocks}` : `${day} ${clocks}`,
  };
};

/** `from` and `until` in ms since 1970. */
export const bothZones = (
  { from, until = null }: { readonly from: number; readonly until?: number | null },
  eventZone: string,
  readerZone: string,
  language: Language,
): BothZones => {
  const there = timeIn(from, until, eventZone, language);
  const here = timeIn(from, until, readerZone, language);
  const dayShift = dayNumber(wallClock(from, readerZone)) - dayNumber(wallClock(from, eventZone));
  const isSame = here.text === there.text && here.offset === there.offset;
  return {
    there,
    here: isSame ? null : here,
    dayShift,
    shiftText: dayShift === 0 ? '' : SHIFTS[language][dayShift < 0 ? 0 : 1],
  };
};
