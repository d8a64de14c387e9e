// Readings of the floor as the tests of several files ask for them: numbers in, plain values out.
import { instant } from '../../../shared/kernel/ids.ts';
import { speechClock as clockOf, type SpeechClock } from '../../../shared/workshop/floor/selectors.ts';
import { talkTimes as timesOf } from '../../../shared/workshop/floor/talk-times.ts';
import type { Speech } from '../../../shared/workshop/floor/types.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';

export const speechClock = (speech: Speech | null, now: number): SpeechClock | null =>
  speech === null ? null : clockOf(speech, instant(now));

export const talkTimes = ({ floor }: WorkshopState, now: number): readonly (readonly [string, number])[] => [
  ...timesOf(floor, instant(now)),
];
