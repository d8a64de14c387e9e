/** How long the holder has spoken and how much is left, in words. Pure. */
import type { Instant } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { floorArea } from '../../../shared/languages/areas/floor.ts';
import { speechClock } from '../../../shared/workshop/floor/selectors.ts';
import { HARD_END_GRACE_MS, type Speech } from '../../../shared/workshop/floor/types.ts';
import { clockText, clockTone, type ClockTone } from '../room/clock-text.ts';

export interface SpeechTime {
  readonly elapsed: string;
  /** What is left or over; empty without a limit. */
  readonly rest: string;
  readonly tone: ClockTone;
}

/** `ending`: what the rules make of a limit. */
export const speechTime = (
  speech: Speech,
  now: Instant,
  language: Language,
  ending: 'soft' | 'hard' = 'soft',
): SpeechTime => {
  const { elapsedMs, remainingMs, isPaused } = speechClock(speech, now);
  const words = say(floorArea, language, 'paused');
  const elapsed = isPaused ? `${clockText(elapsedMs)} (${words})` : clockText(elapsedMs);
  if (remainingMs === null) return { elapsed, rest: '', tone: 'calm' };
  const tone = clockTone(remainingMs, speech.limitMs ?? 0);
  if (tone === 'over' && ending === 'hard' && !isPaused) {
    const time = clockText(Math.max(0, remainingMs + HARD_END_GRACE_MS), 'up');
    return { elapsed, rest: say(floorArea, language, 'endsSoon', { time }), tone };
  }
  const time = clockText(remainingMs, tone === 'over' ? 'down' : 'up');
  return { elapsed, rest: say(floorArea, language, tone === 'over' ? 'over' : 'left', { time }), tone };
};
