/** Local times of a file ("2020-03-26T14:00", with or without an offset) against Instants. Must not know the rest of the file. */
import { Temporal } from 'temporal-polyfill';
import { instant, type Instant } from '../kernel/ids.ts';

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/;

export const isZone = (timeZone: string): boolean => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    return /^[A-Za-z]/.test(timeZone);
  } catch {
    return false;
  }
};

/** Null when the text is no time. */
export const timeOf = (text: string, timeZone: string): Instant | null => {
  const form = LOCAL.exec(text);
  if (form === null) return null;
  try {
    const at =
      form[3] === undefined
        ? Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).toInstant()
        : Temporal.Instant.from(text);
    return instant(at.epochMilliseconds);
  } catch {
    return null;
  }
};

/** The shortest form that reads back to the same Instant; with an offset where the local time occurs twice. */
export const timeText = (at: Instant, timeZone: string): string => {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const smallest = at % 60_000 === 0 ? 'minute' : at % 1000 === 0 ? 'second' : 'millisecond';
  const local = zoned.toPlainDateTime().toString({ smallestUnit: smallest });
  return timeOf(local, timeZone) === at ? local : `${local}${zoned.offset}`;
};
