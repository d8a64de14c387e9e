/** Day and clock times of a workshop in its own zone, with the zone's offset. Owns the forms; must not know minutes. */
import { Temporal } from 'temporal-polyfill';
import { dayOf, eventDay } from '../directory/dates.ts';
import type { Instant } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';

const zoned = (at: Instant, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);

/** 14:05 */
export const clockTime = (at: Instant, timeZone: string): string =>
  zoned(at, timeZone).toPlainTime().toString().slice(0, 5);

/** "March 26, 2020, 14:00–15:30 (Asia/Shanghai, UTC+08:00)" / 2020年3月26日 14:00–15:30（Asia/Shanghai，UTC+08:00） */
export const dayAndTimes = (from: Instant, until: Instant | null, timeZone: string, language: Language): string => {
  const last = until ?? from;
  const times =
    until === null ? clockTime(from, timeZone) : `${clockTime(from, timeZone)}–${clockTime(until, timeZone)}`;
  const zone = [timeZone, `UTC${zoned(from, timeZone).offset}`];
  if (language === 'en') return `${eventDay(from, last, timeZone, 'en')}, ${times} (${zone.join(', ')})`;
  const [first, end] = [dayOf(from, timeZone), dayOf(last, timeZone)];
  const day = `${first.year}年${first.month}月${first.day}日`;
  const days = first.equals(end) ? day : `${day}至${end.month}月${end.day}日`;
  return `${days} ${times}（${zone.join('，')}）`;
};
