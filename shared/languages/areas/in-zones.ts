/** A span of time in two zones: how day, hours and zone stand together. */
import { area } from '../area.ts';

export const inZonesArea = area(
  {
    when: '{day}, {hours} ({zone})',
    whenDayBefore: '{day}, {hours} ({zone}) – the day before',
    whenDayAfter: '{day}, {hours} ({zone}) – the next day',
    zone: '{name}, {offset}',
    overnight: '{from} – {day}, {until}',
    onDay: '{day}, {hours}',
  },
  {
    when: '{day} {hours}（{zone}）',
    whenDayBefore: '{day} {hours}（{zone}，前一天）',
    whenDayAfter: '{day} {hours}（{zone}，后一天）',
    zone: '{name}，{offset}',
    overnight: '{from}至{day} {until}',
    onDay: '{day} {hours}',
  },
);
