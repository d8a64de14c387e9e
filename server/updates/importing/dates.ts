/** Days as archives write them. Owns the ways of writing; a day alone is noon in the zone of the archive. */
import { Temporal } from 'temporal-polyfill';
import { instant, type Instant } from '../../../shared/kernel/ids.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const at = (year: number, month: number, day: number, zone: string): Instant | null => {
  try {
    const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
    if (year < 1900 || year > 2200) return null;
    return instant(date.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).epochMilliseconds);
  } catch {
    return null;
  }
};

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const NUMBERS = /(?<!\d)((?:19|20|21)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/;
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20|21)\\d\\d)\\b`, 'i');
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH},?\\s+((?:19|20|21)\\d\\d)\\b`, 'i');
const INSTANT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)$/;
const LOCAL = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)/;

/** The first day that is written in the text; null when none is. */
export const dayIn = (text: string, zone: string): Instant | null => {
  const given = text.trim();
  if (INSTANT.test(given)) {
    const exact = Date.parse(given.replace(' ', 'T').replace(/\s+/g, ''));
    if (!Number.isNaN(exact)) return instant(exact);
  }
  const [, localDay, time] = LOCAL.exec(given) ?? [];
  if (localDay !== undefined && time !== undefined) {
    try {
      return instant(Temporal.PlainDateTime.from(`${localDay}T${time}`).toZonedDateTime(zone).epochMilliseconds);
    } catch {
      return null;
    }
  }
  const numbers = NUMBERS.exec(given);
  if (numbers) return at(Number(numbers[1]), Number(numbers[2]), Number(numbers[3]), zone);
  const monthFirst = MONTH_FIRST.exec(given);
  if (monthFirst) return at(Number(monthFirst[3]), monthOf(monthFirst[1] ?? ''), Number(monthFirst[2]), zone);
  const dayFirst = DAY_FIRST.exec(given);
  if (dayFirst) return at(Number(dayFirst[3]), monthOf(dayFirst[2] ?? ''), Number(dayFirst[1]), zone);
  return null;
};

/** As folders and files are named: 2020/03/26/…, 2020-03-26-…, 20200326…. */
export const dayInPath = (path: string, zone: string): Instant | null => {
  const [, year, month, day] =
    /(?:^|[/_-])((?:19|20)\d\d)[/_-](\d\d)[/_-](\d\d)(?=[/_.-]|$)/.exec(path) ??
    /(?:^|[/_t-])((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_.-]|$)/.exec(path) ??
    [];
  return year === undefined ? null : at(Number(year), Number(month), Number(day), zone);
};
