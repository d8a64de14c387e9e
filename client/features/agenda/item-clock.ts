/** What stands beside an agenda item: its clock, planned or taken time, in words, and from when to when it will be. Pure. */
import type { Instant } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { agendaArea } from '../../../shared/languages/areas/agenda.ts';
import type { ProjectedItem } from '../../../shared/workshop/agenda/projection.ts';
import { elapsedMs, itemClock, minutesOf } from '../../../shared/workshop/agenda/selectors.ts';
import type { AgendaItem } from '../../../shared/workshop/agenda/types.ts';
import { clockText, clockTone, type ClockTone } from '../room/clock-text.ts';
import { clockOf } from '../when.ts';

export interface ItemTime {
  readonly words: string;
  readonly tone: ClockTone;
}

export const itemTime = (item: AgendaItem, now: Instant, language: Language): ItemTime => {
  const minutes = minutesOf(item);
  if (item.status === 'current') {
    const clock = itemClock(item, now);
    const elapsed = clockText(clock.elapsedMs);
    const tone = clockTone(clock.remainingMs, minutes * 60_000);
    if (item.stretches.at(-1)?.paused)
      return { words: say(agendaArea, language, 'paused', { elapsed, minutes }), tone };
    const words =
      tone === 'over'
        ? say(agendaArea, language, 'over', { elapsed, over: clockText(clock.remainingMs) })
        : say(agendaArea, language, 'elapsed', { elapsed, minutes });
    return { words, tone };
  }
  const planned =
    minutes === item.minutes
      ? say(agendaArea, language, 'minutes', { minutes })
      : say(agendaArea, language, 'allotted', { minutes, planned: item.minutes });
  if (item.stretches.length === 0) return { words: planned, tone: 'calm' };
  const taken = say(agendaArea, language, 'took', { taken: clockText(elapsedMs(item, now)) });
  return { words: language === 'en' ? `${planned}, ${taken}` : `${planned}，${taken}`, tone: 'calm' };
};

/** From this on a shift is worth a word. */
const SHIFT_MS = 60_000;

/** When it begins, in the reader's own zone, and when it was planned to where that is another time. Empty when nothing is known. */
export const itemStart = ({ item, planned, expected }: ProjectedItem, language: Language): string => {
  if (item.status === 'dropped' || expected === null) return '';
  const time = clockOf(expected.from, language);
  if (planned === null || Math.abs(expected.from - planned.from) < SHIFT_MS) return time;
  return say(agendaArea, language, 'shifted', { time, planned: clockOf(planned.from, language) });
};
