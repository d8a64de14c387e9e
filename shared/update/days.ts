/** On which day of a longer workshop an item was held, told where it changes. Owns the counting of days; the language has the words. */
import { dayOf } from '../directory/dates.ts';
import type { AgendaItem } from '../workshop/agenda/types.ts';
import type { Writing } from './writing.ts';

const DAY_MS = 24 * 3_600_000;

/** The sentence, with its days before it where the reader does not know them from the sentence before. */
export type DayTeller = (items: readonly AgendaItem[], sentence: string) => string;

export const dayTeller = ({ state, phrases }: Writing): DayTeller => {
  const { session, brief } = state;
  // An evening that goes on past midnight is one event and not two days.
  if (session.phase !== 'ended' || session.endedAt - session.begunAt < DAY_MS) return (_items, sentence) => sentence;
  const first = dayOf(session.begunAt, brief.timeZone);
  const dayNumber = (at: typeof session.begunAt): number => first.until(dayOf(at, brief.timeZone)).days + 1;
  const length = dayNumber(session.endedAt);
  let before = '';
  return (items, sentence) => {
    const days = [...new Set(items.flatMap((item) => item.stretches.map(({ from }) => dayNumber(from))))].sort(
      (a, b) => a - b,
    );
    // Nobody needs to be told that an opening was on the first day and a closing on the last.
    if (items.every((item) => item.kind === 'opening' || item.kind === 'closing')) return sentence;
    const key = days.join(' ');
    if (key === before || days.length === 0) return sentence;
    before = key;
    return phrases.onDays(days, length, sentence);
  };
};
