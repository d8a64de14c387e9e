/** The day a publication carries, read in its own zone, so that readers everywhere see the same one. */
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';

const dayIn = (at: Instant, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();

/** 2020-03-26 */
export const isoDay = (at: Instant, timeZone: string): string => dayIn(at, timeZone).toString();

export const yearOf = (at: Instant, timeZone: string): number => dayIn(at, timeZone).year;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** "March 26, 2020" / 2020年3月26日 */
export const writtenDay = (at: Instant, timeZone: string, language: Language): string => {
  const { year, month, day } = dayIn(at, timeZone);
  return language === 'en' ? `${MONTHS[month - 1] ?? ''} ${day}, ${year}` : `${year}年${month}月${day}日`;
};
