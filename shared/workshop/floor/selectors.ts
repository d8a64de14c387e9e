/** Readings of the floor: positions in the queue, who is next, clocks and talk times. */
import type { Instant, PersonId, SeatId } from '../../kernel/ids.ts';
import { seatAtTable } from '../participants/selectors.ts';
import type { WorkshopState } from '../workshop.ts';
import type { FloorState, Hand, Speech } from './types.ts';

export const isQueued = (floor: FloorState, seat: SeatId): boolean => floor.queue.some((hand) => hand.seat === seat);

/** 1 for the next to speak; null when the hand is down. */
export const positionOf = (floor: FloorState, seat: SeatId): number | null => {
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

export interface QueuedHand extends Hand {
  /** 1 for the next to speak. */
  readonly position: number;
}

export const queueWithPositions = ({ queue }: FloorState): readonly QueuedHand[] =>
  queue.map((hand, index) => ({ ...hand, position: index + 1 }));

/** The first in the queue who is connected; who is lost keeps the place and is passed over. */
export const nextToSpeak = (state: Pick<WorkshopState, 'floor' | 'participants'>): SeatId | null =>
  state.floor.queue.find(({ seat }) => seatAtTable(state, seat)?.presence.kind === 'here')?.seat ?? null;

export interface SpeechClock {
  readonly elapsedMs: number;
  /** Below zero: over time. Null: no limit. */
  readonly remainingMs: number | null;
}

export const speechClock = (speech: Speech, now: Instant): SpeechClock => {
  const elapsed = Math.max(0, now - speech.from);
  return { elapsedMs: elapsed, remainingMs: speech.limitMs === undefined ? null : speech.limitMs - elapsed };
};
