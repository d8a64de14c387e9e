/** Points in time in words: in the reader's own zone, and in the event's where that is another. Must not know what happens then. */
import type { Language } from '../../shared/kernel/language.ts';
import { bothZones, type TimeThere } from '../../shared/times/both-zones.ts';

export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

const withOffset = ({ text, offset }: TimeThere): string => `${text} (${offset})`;

/** With weekday and distance from UTC. `at` in ms since 1970; `there` is null when the event's zone reads the same as the reader's. */
export const whenIn = (
  at: number,
  timeZone: string,
  language: Language,
): { readonly here: string; readonly there: string | null } => {
  const { there, here } = bothZones({ from: at }, timeZone, ownZone(), language);
  return { here: withOffset(here ?? there), there: here === null ? null : withOffset(there) };
};
