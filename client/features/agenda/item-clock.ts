/** What stands beside an agenda item: planned, running, over or taken time, in words. Pure. */
import type { Instant } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { agendaArea } from '../../../shared/languages/areas/agenda.ts';
import { elapsedMs, itemClock } from '../../../shared/workshop/agenda/selectors.ts';
import type { AgendaItem } from '../../../shared/workshop/agenda/types.ts';
import { clockText, clockTone, type ClockTone } from '../room/clock-text.ts';

export interface ItemTime {
  readonly words: string;
  readonly tone: ClockTone;
}

export const itemTime = (item: AgendaItem, now: Instant, language: Language): ItemTime => {
  const { minutes } = item;
  if (item.status === 'current') {
    const clock = itemClock(item, now);
    const elapsed = clockText(clock.elapsedMs);
    const tone = clockTone(clock.remainingMs, minutes * 60_000);
    const words =
      tone === 'over'
        ? say(agendaArea, language, 'over', { elapsed, over: clockText(clock.remainingMs) })
        : say(agendaArea, language, 'elapsed', { elapsed, minutes });
    return { words, tone };
  }
  const planned = say(agendaArea, language, 'minutes', { minutes });
  if (item.stretches.length === 0) return { words: planned, tone: 'calm' };
  const taken = say(agendaArea, language, 'took', { taken: clockText(elapsedMs(item, now)) });
  return { words: language === 'en' ? `${planned}, ${taken}` : `${planned}，${taken}`, tone: 'calm' };
};
