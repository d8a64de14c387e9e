/**
 * A zone as VTIMEZONE, from its real changes of clock around a span: no rule is guessed, so that a country that changes its law is told as it is.
 * Owns which changes are named; must not know events.
 */
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../kernel/ids.ts';
import { folded } from './content-line.ts';

interface Change {
  /** In the clock's reading before the change, as RFC 5545 wants it. */
  readonly onset: Temporal.PlainDateTime;
  readonly from: string;
  readonly to: string;
  readonly isForward: boolean;
}

const DAY_HOURS = 24;
/** Calendars keep a zone that they have met and may use it for other events: a year on either side is named. */
const AROUND_HOURS = 366 * DAY_HOURS;

export const basicTime = (at: Temporal.PlainDateTime): string => at.toString().slice(0, 19).replaceAll(/[-:]/g, '');

/** +08:00 as +0800. */
const offset = ({ offset: written }: Temporal.ZonedDateTime): string => written.replaceAll(':', '');

const changeAt = (after: Temporal.ZonedDateTime): Change => {
  const before = after.subtract({ nanoseconds: 1 });
  return {
    onset: after.toInstant().toZonedDateTimeISO(before.offset).toPlainDateTime(),
    from: offset(before),
    to: offset(after),
    isForward: after.offsetNanoseconds > before.offsetNanoseconds,
  };
};

/** The change in force at the beginning, and all that follow up to the end. */
const changesAround = (from: Instant, until: Instant, timeZone: string): readonly Change[] => {
  const first = Temporal.Instant.fromEpochMilliseconds(from).subtract({ hours: AROUND_HOURS });
  const last = Temporal.Instant.fromEpochMilliseconds(until).add({ hours: AROUND_HOURS });
  const start = first.toZonedDateTimeISO(timeZone);
  const changes: Change[] = [];
  const inForce = start.getTimeZoneTransition('previous');
  let next = start.getTimeZoneTransition('next');
  if (inForce !== null) changes.push(changeAt(inForce));
  while (next !== null && Temporal.Instant.compare(next.toInstant(), last) <= 0) {
    changes.push(changeAt(next));
    next = next.getTimeZoneTransition('next');
  }
  if (inForce !== null) return changes;
  // A zone that never changed before: as if it had begun so.
  const begun: Change = {
    onset: Temporal.PlainDateTime.from('1970-01-01T00:00:00'),
    from: offset(start),
    to: offset(start),
    isForward: false,
  };
  return [begun, ...changes];
};

const observance = ({ onset, from, to, isForward }: Change): readonly string[] => {
  const kind = isForward ? 'DAYLIGHT' : 'STANDARD';
  return [`BEGIN:${kind}`, `DTSTART:${basicTime(onset)}`, `TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`, `END:${kind}`];
};

export const zoneDefinition = (from: Instant, until: Instant, timeZone: string): string =>
  ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...changesAround(from, until, timeZone).flatMap(observance), 'END:VTIMEZONE']
    .map(folded)
    .join('');
