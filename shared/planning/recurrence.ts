/**
 * When the workshops of a series are held: the same hour on the wall of the event's zone, whatever the clocks do in between. Owns the rules; must
 * not know workshops.
 */
import { Temporal } from 'temporal-polyfill';
import { instant, type Instant } from '../kernel/ids.ts';

export type Recurrence =
  | { readonly every: 'week'; readonly interval: number }
  /** On the same day of the month, or on its last where the month is shorter. */
  | { readonly every: 'monthDay'; readonly interval: number }
  /** On the same weekday of the same week of the month: the fourth Thursday; a fifth one where there is none is the last. */
  | { readonly every: 'monthWeekday'; readonly interval: number };

const onWeekday = (first: Temporal.PlainDate, month: Temporal.PlainYearMonth): Temporal.PlainDate => {
  const nth = Math.ceil(first.day / 7);
  const start = month.toPlainDate({ day: 1 });
  const ahead = (first.dayOfWeek - start.dayOfWeek + 7) % 7;
  const day = 1 + ahead + (nth - 1) * 7;
  return month.toPlainDate({ day: day > month.daysInMonth ? day - 7 : day });
};

const dayAfter = (first: Temporal.PlainDate, { every, interval }: Recurrence, n: number): Temporal.PlainDate => {
  if (every === 'week') return first.add({ weeks: n * interval });
  if (every === 'monthDay') return first.add({ months: n * interval });
  return onWeekday(first, first.toPlainYearMonth().add({ months: n * interval }));
};

/** Whether an hour on the wall is there once on that day: not in the gap of a change of clock, nor twice. */
type HourOnWall = 'once' | 'skipped' | 'twice';

export const hourOnWall = (local: string, timeZone: string): HourOnWall => {
  const wall = Temporal.PlainDateTime.from(local);
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(timeZone, { disambiguation }),
  );
  if (earlier === undefined || later === undefined || earlier.epochMilliseconds === later.epochMilliseconds) {
    return 'once';
  }
  return earlier.toPlainDateTime().equals(wall) ? 'twice' : 'skipped';
};

/** The instant at which the wall of a zone shows this; where the hour is skipped, as far behind the gap as it would have been. */
export const atOnWall = (local: string, timeZone: string): Instant =>
  instant(Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds);

/** 2026-03-26T14:00 on the wall of the zone. */
export const wallText = (at: Instant, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

/** The `count` times that follow the first, which is not among them. */
export const recurring = (
  first: Instant,
  timeZone: string,
  rule: Recurrence,
  count: number,
): readonly { readonly at: Instant; readonly hour: HourOnWall }[] => {
  const start = Temporal.Instant.fromEpochMilliseconds(first).toZonedDateTimeISO(timeZone);
  return Array.from({ length: count }, (_, n) => {
    const wall = dayAfter(start.toPlainDate(), rule, n + 1).toPlainDateTime(start.toPlainTime());
    return {
      at: instant(wall.toZonedDateTime(timeZone).epochMilliseconds),
      hour: hourOnWall(wall.toString(), timeZone),
    };
  });
};

/** Whether the zone's clocks change between two instants: the hour elsewhere will not be the same. */
export const clocksChange = (from: Instant, until: Instant, timeZone: string): boolean => {
  const offsets = [from, until].map(
    (at) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).offsetNanoseconds,
  );
  return offsets[0] !== offsets[1];
};
