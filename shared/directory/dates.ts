/** How a day is written in the event's zone. Owns the forms; clock times are never printed in an article. Must not know workshops. */
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const BEIJING = new Set(['Asia/Shanghai', 'Asia/Chongqing', 'Asia/Chungking', 'Asia/Harbin', 'PRC']);

const month = (day: Temporal.PlainDate): string => MONTHS[day.month - 1] ?? '';

export const dayOf = (at: Instant, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();

const english = (from: Temporal.PlainDate, until: Temporal.PlainDate): string => {
  if (from.equals(until)) return `${month(from)} ${from.day}, ${from.year}`;
  if (from.year !== until.year) {
    return `${month(from)} ${from.day}, ${from.year} – ${month(until)} ${until.day}, ${until.year}`;
  }
  return from.month === until.month
    ? `${month(from)} ${from.day}–${until.day}, ${from.year}`
    : `${month(from)} ${from.day} – ${month(until)} ${until.day}, ${from.year}`;
};

const chinese = (from: Temporal.PlainDate, until: Temporal.PlainDate): string => {
  if (from.year !== until.year) {
    return `${from.year}年${from.month}月${from.day}日至${until.year}年${until.month}月${until.day}日`;
  }
  const first = `${from.month}月${from.day}日`;
  if (from.equals(until)) return first;
  return from.month === until.month ? `${first}至${until.day}日` : `${first}至${until.month}月${until.day}日`;
};

/** The name by which the zone is known in Chinese, e.g. 北京时间, 美国东部时间. */
const chineseZone = (at: Instant, timeZone: string): string => {
  if (BEIJING.has(timeZone)) return '北京时间';
  const parts = new Intl.DateTimeFormat('zh-Hans', { timeZone, timeZoneName: 'longGeneric' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
};

/** "March 26, 2020" / 3月26日（北京时间）; two days as a range. */
export const eventDay = (from: Instant, until: Instant, timeZone: string, language: Language): string => {
  const [first, last] = [dayOf(from, timeZone), dayOf(until, timeZone)];
  return language === 'en' ? english(first, last) : `${chinese(first, last)}（${chineseZone(from, timeZone)}）`;
};

/** A due day (ISO date). In Chinese with its year only when it is not the workshop's. */
export const dueDay = (iso: string, language: Language, yearOfWorkshop: number | null): string => {
  const day = Temporal.PlainDate.from(iso);
  if (language === 'en') return english(day, day);
  return day.year === yearOfWorkshop ? chinese(day, day) : `${day.year}年${chinese(day, day)}`;
};
