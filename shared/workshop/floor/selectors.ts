/** Readings of the floor: positions in the queue, who is next, clocks. How long who has spoken is talk-times.ts. */
import type { Instant, SeatId } from '../../kernel/ids.ts';
import { instant } from '../../kernel/ids.ts';
import { isPaused } from '../agenda/selectors.ts';
import { hasRequired } from '../consents/selectors.ts';
import { seatAtTable } from '../participants/selectors.ts';
import { roleMay } from '../permissions.ts';
import type { WorkshopState } from '../workshop.ts';
import { reasonFor, type Reason } from './arrange.ts';
import { speechMs } from './talk-times.ts';
import { HARD_END_GRACE_MS, type FloorState, type QueueEntry, type Speech } from './types.ts';

export const isQueued = (floor: FloorState, seat: SeatId): boolean => floor.queue.some((hand) => hand.seat === seat);

/** 1 for the next to speak; null when the hand is down. */
export const positionOf = (floor: FloorState, seat: SeatId): number | null => {
  const index = floor.queue.findIndex((hand) => hand.seat === seat);
  return index === -1 ? null : index + 1;
};

export interface QueuedHand extends QueueEntry {
  /** 1 for the next to speak. */
  readonly position: number;
  readonly reason: Reason;
}

export const queueWithPositions = (
  state: Pick<WorkshopState, 'floor' | 'participants' | 'roster'>,
): readonly QueuedHand[] =>
  state.floor.queue.map((hand, index) => ({ ...hand, position: index + 1, reason: reasonFor(state, hand) }));

type Seated = Pick<WorkshopState, 'participants' | 'brief' | 'consents'>;

/** Whether somebody sits there who may speak: of a role that does, with what this workshop requires agreed to, and not gone. */
export const maySpeak = (state: Seated, seat: SeatId): boolean => {
  const there = seatAtTable(state, seat);
  if (there === null || there.presence.kind === 'gone') return false;
  return roleMay(there.role, 'floor.raise') && hasRequired(state, there.person);
};

/** The first in the queue who is connected; who is lost keeps the place and is passed over. */
export const nextToSpeak = (state: Seated & Pick<WorkshopState, 'floor'>): SeatId | null =>
  state.floor.queue.find(({ seat }) => maySpeak(state, seat) && seatAtTable(state, seat)?.presence.kind === 'here')
    ?.seat ?? null;

/** Whom to call: the next to speak while the floor is free and the rules call by themselves; null: nobody. */
export const toBeCalled = (state: WorkshopState): SeatId | null => {
  const { floor, session, agenda } = state;
  if (!floor.rules.callsNext || session.phase !== 'live' || floor.holder !== null || isPaused(agenda)) return null;
  return nextToSpeak(state);
};

export interface SpeechClock {
  readonly elapsedMs: number;
  /** Below zero: over time. Null: no limit. */
  readonly remainingMs: number | null;
  readonly isPaused: boolean;
}

export const speechClock = (speech: Speech, now: Instant): SpeechClock => {
  const elapsed = speechMs(speech, now);
  return {
    elapsedMs: elapsed,
    remainingMs: speech.limitMs === undefined ? null : speech.limitMs - elapsed,
    isPaused: speech.pausedSince !== undefined,
  };
};

/** When a speech ends by itself: only where limits are hard, and while its clock runs. */
export const hardEnd = ({ holder, rules }: FloorState): Instant | null => {
  if (holder?.limitMs === undefined || holder.pausedSince !== undefined || rules.ending !== 'hard') return null;
  return instant(holder.from + (holder.pausedMs ?? 0) + holder.limitMs + HARD_END_GRACE_MS);
};
