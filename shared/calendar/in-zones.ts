/**
 * A span of time in words, in the event's zone and in the reader's: weekday, day, hours, the zone by the name people call it and its offset, and
 * whether the reader's day is another one. Owns the forms; must not know what happens then.
 */
import { Temporal } from 'temporal-polyfill';
import { zoneName } from '../directory/dates.ts';
import type { Instant } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { say } from '../languages/area.ts';
import { inZonesArea } from '../languages/areas/in-zones.ts';

export interface Span {
  readonly from: Instant;
  /** Null: no end is known. */
  readonly until: Instant | null;
}

export interface InZones {
  /** Tuesday, March 26, 2024, 14:00–15:30 (Beijing Time, UTC+08:00) */
  readonly event: string;
  /** The same where the reader is; null where the clocks read the same there, or nobody knows where that is. */
  readonly reader: string | null;
}

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', 'zh-Hans': 'zh-CN' };

const at = (when: Instant, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(when).toZonedDateTimeISO(timeZone);

const clock = (when: Temporal.ZonedDateTime): string => when.toPlainTime().toString().slice(0, 5);

const dayInWords = (when: Temporal.ZonedDateTime, language: Language, withYear: boolean): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: 'UTC',
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    ...(withYear && { year: 'numeric' }),
  }).format(when.toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds);

const hours = (from: Temporal.ZonedDateTime, until: Temporal.ZonedDateTime | null, language: Language): string => {
  if (until === null) return clock(from);
  if (from.toPlainDate().equals(until.toPlainDate())) return `${clock(from)}–${clock(until)}`;
  return say(inZonesArea, language, 'overnight', {
    from: clock(from),
    day: dayInWords(until, language, false),
    until: clock(until),
  });
};

/** UTC+08:00; UTC itself stays UTC. */
const offsetAt = (when: Instant, timeZone: string): string => {
  const { offset } = at(when, timeZone);
  return offset === '+00:00' ? 'UTC' : `UTC${offset.replace('-', '−')}`;
};

const zoneInWords = (when: Instant, timeZone: string, language: Language): string => {
  const [name, offset] = [zoneName(when, timeZone, language), offsetAt(when, timeZone)];
  // A zone that is nothing but an offset is called by it.
  return /^(?:GMT|UTC)/.test(name) ? offset : say(inZonesArea, language, 'zone', { name, offset });
};

const written = (span: Span, timeZone: string, language: Language, shift: number): string => {
  const from = at(span.from, timeZone);
  const until = span.until === null ? null : at(span.until, timeZone);
  const values = {
    day: dayInWords(from, language, true),
    hours: hours(from, until, language),
    zone: zoneInWords(span.from, timeZone, language),
  };
  const key = shift === 0 ? 'when' : shift < 0 ? 'whenDayBefore' : 'whenDayAfter';
  return say(inZonesArea, language, key, values);
};

/** By how many days the reader's calendar is ahead of the event's at that instant. */
export const dayShift = (when: Instant, eventZone: string, readerZone: string): number =>
  at(when, eventZone).toPlainDate().until(at(when, readerZone).toPlainDate(), { largestUnit: 'day' }).days;

const readsTheSame = ({ from, until }: Span, one: string, other: string): boolean =>
  [from, until ?? from].every((when) => at(when, one).offset === at(when, other).offset);

export const inZones = (span: Span, eventZone: string, readerZone: string | null, language: Language): InZones => ({
  event: written(span, eventZone, language, 0),
  reader:
    readerZone === null || readsTheSame(span, eventZone, readerZone)
      ? null
      : written(span, readerZone, language, dayShift(span.from, eventZone, readerZone)),
});

/** Only the clock: 15:40–16:00; with the day where that is another one than readers expect, by so many days after the event's. */
export const hoursIn = (
  span: Span,
  eventZone: string,
  readerZone: string,
  language: Language,
  expectedShift = 0,
): string => {
  const from = at(span.from, readerZone);
  const until = span.until === null ? null : at(span.until, readerZone);
  const words = hours(from, until, language);
  if (dayShift(span.from, eventZone, readerZone) === expectedShift) return words;
  return say(inZonesArea, language, 'onDay', { day: dayInWords(from, language, false), hours: words });
};
