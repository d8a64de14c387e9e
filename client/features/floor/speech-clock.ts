/** How long the holder has spoken and how much is left, in words. Pure. */
import type { Instant } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { floorArea } from '../../../shared/languages/areas/floor.ts';
import { speechClock } from '../../../shared/workshop/floor/selectors.ts';
import type { Speech } from '../../../shared/workshop/floor/types.ts';
import { clockText, clockTone, type ClockTone } from '../room/clock-text.ts';

export interface SpeechTime {
  readonly elapsed: string;
  /** What is left or over; empty without a limit. */
  readonly rest: string;
  readonly tone: ClockTone;
}

export const speechTime = (speech: Speech, now: Instant, language: Language): SpeechTime => {
  const { elapsedMs, remainingMs } = speechClock(speech, now);
  const elapsed = clockText(elapsedMs);
  if (remainingMs === null) return { elapsed, rest: '', tone: 'calm' };
  const tone = clockTone(remainingMs, speech.limitMs ?? 0);
  const time = clockText(remainingMs, tone === 'over' ? 'down' : 'up');
  return { elapsed, rest: say(floorArea, language, tone === 'over' ? 'over' : 'left', { time }), tone };
};
