/** How a day is written in the event's zone. Owns the forms; clock times are never printed in an article. Must not know workshops. */
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const BEIJING = new Set(['Asia/Shanghai', 'Asia/Chongqing', 'Asia/Chungking', 'Asia/Harbin', 'PRC']);

const month = (day: Temporal.PlainDate): string => MONTHS[day.month - 1] ?? '';

export const dayOf = (at: Instant, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();

/** What a house decides about days: March 26, 2020 or 26 March 2020; in Chinese with the zone by which readers know the hour, or without. */
export interface DateForm {
  readonly en: 'monthFirst' | 'dayFirst';
  readonly 'zh-Hans': 'withZone' | 'withoutZone' | 'withYear';
}
const USUAL_DATES: DateForm = { en: 'monthFirst', 'zh-Hans': 'withZone' };

const dayFirst = (from: Temporal.PlainDate, until: Temporal.PlainDate): string => {
  const last = `${until.day} ${month(until)} ${until.year}`;
  if (from.equals(until)) return last;
  if (from.year !== until.year) return `${from.day} ${month(from)} ${from.year} – ${last}`;
  return from.month === until.month ? `${from.day}–${last}` : `${from.day} ${month(from)} – ${last}`;
};

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

/** The name by which the zone is known, e.g. 北京时间, 美国东部时间, Central European Time. */
export const zoneName = (at: Instant, timeZone: string, language: Language): string => {
  if (BEIJING.has(timeZone)) return language === 'en' ? 'Beijing Time' : '北京时间';
  const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
};

/** "March 26, 2020" / 3月26日（北京时间）; two days as a range. */
export const eventDay = (
  from: Instant,
  until: Instant,
  timeZone: string,
  language: Language,
  form: DateForm = USUAL_DATES,
): string => {
  const [first, last] = [dayOf(from, timeZone), dayOf(until, timeZone)];
  if (language === 'en') return form.en === 'monthFirst' ? english(first, last) : dayFirst(first, last);
  const day = chinese(first, last);
  if (form['zh-Hans'] === 'withZone') return `${day}（${zoneName(from, timeZone, 'zh-Hans')}）`;
  return form['zh-Hans'] === 'withYear' && first.year === last.year ? `${first.year}年${day}` : day;
};

/** A due day (ISO date). In Chinese with its year only when it is not the workshop's. */
export const dueDay = (
  iso: string,
  language: Language,
  yearOfWorkshop: number | null,
  form: DateForm = USUAL_DATES,
): string => {
  const day = Temporal.PlainDate.from(iso);
  if (language === 'en') return form.en === 'monthFirst' ? english(day, day) : dayFirst(day, day);
  return day.year === yearOfWorkshop ? chinese(day, day) : `${day.year}年${chinese(day, day)}`;
};
