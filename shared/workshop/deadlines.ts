/** What time alone will bring about, read from the state: the server's alarm rings for the earliest. Rules D1–D2 of SPEC.md. */
import type { Instant } from '../kernel/ids.ts';
import { instant } from '../kernel/ids.ts';
import { FLOOR_GRACE_MS, PRESENCE_GRACE_MS, type Seat } from './participants/types.ts';
import type { WorkshopCommand, WorkshopState } from './workshop.ts';

export interface Deadline {
  readonly at: Instant;
  readonly command: WorkshopCommand;
}

/** Earliest first. Being pure, it survives a restart by itself: the same state has the same deadlines. */
export const deadlines = (state: WorkshopState): readonly Deadline[] =>
  Object.values<Seat>(state.participants.seats)
    .flatMap(({ id, presence }): Deadline[] => {
      if (presence.kind !== 'lost') return [];
      const giveUp: Deadline = {
        at: instant(presence.since + PRESENCE_GRACE_MS),
        command: { type: 'participants/giveUpWaiting', seat: id },
      };
      return state.floor.holder?.seat === id
        ? [{ at: instant(presence.since + FLOOR_GRACE_MS), command: { type: 'floor/giveUpWaiting', seat: id } }, giveUp]
        : [giveUp];
    })
    .sort((a, b) => a.at - b.at);
