/** When the next purge is due. Owns the local hour; a night that was missed is the caller's to see, by asking from the last one. */
import { Temporal } from 'temporal-polyfill';
import { instant, type Instant } from '../kernel/ids.ts';

/** The first time after `after` at which clocks in this zone show this full hour. */
export const nextNight = (after: Instant, hour: number, timeZone: string): Instant => {
  const from = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(timeZone);
  const onDay = (days: number): Instant =>
    instant(
      from
        .toPlainDate()
        .add({ days })
        .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) }).epochMilliseconds,
    );
  const today = onDay(0);
  return today > after ? today : onDay(1);
};
