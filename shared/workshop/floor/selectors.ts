/** Readings of the floor: positions in the queue and talk times. */
import type { Instant, PersonId, SeatId } from '../../kernel/ids.ts';
import type { FloorState } from './types.ts';

/** 1 for the next to speak; null when the hand is down. */
export const queuePosition = (floor: FloorState, seat: SeatId): number | null => {
  const index = floor.queue.findIndex((hand) => hand.seat === seat);
  return index === -1 ? null : index + 1;
};

/** How long each person has spoken, in ms, the speech that is going on included. */
export const talkTimes = (floor: FloorState, now: Instant): ReadonlyMap<PersonId, number> => {
  const times = new Map<PersonId, number>();
  const add = (person: PersonId, ms: number): void =>
    void times.set(person, (times.get(person) ?? 0) + Math.max(0, ms));
  for (const speech of floor.spoken) add(speech.person, speech.until - speech.from);
  if (floor.holder) add(floor.holder.person, now - floor.holder.from);
  return times;
};
