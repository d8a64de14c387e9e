/** What goes with a seat that is emptied, and who may not be unseated by whom. Must not know why it is emptied. */
import { refuse } from '../../kernel/decider.ts';
import type { SeatId } from '../../kernel/ids.ts';
import { valuesOf } from '../../kernel/records.ts';
import type { Actor } from '../actor.ts';
import { leavingTheFloor } from '../floor/consequences.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import type { Seat } from './types.ts';

export const isLastChair = ({ participants }: Pick<WorkshopState, 'participants'>, seat: Seat): boolean =>
  seat.role === 'chair' && !valuesOf(participants.seats).some(({ role, id }) => role === 'chair' && id !== seat.id);

/** Whatever of the stage and the floor a seat holds is set free before the seat goes or may no longer speak. */
export const clearing = (state: WorkshopState, seat: SeatId): readonly WorkshopEvent[] => [
  ...leavingTheFloor(state, seat),
  ...(state.stage.spotlight === seat ? [{ type: 'stage/spotlit', seat: null } as const] : []),
];

/** Nobody unseats the own seat, the last chair, or as a co-chair a chair; null: it may be done. */
export const unseatingRefusal = (
  state: WorkshopState,
  seat: Seat,
  by: Actor,
): { readonly ok: false; readonly refusal: { readonly code: WorkshopRefusalCode } } | null => {
  if (by.kind === 'seat' && by.seat === seat.id) return refuse('participants/notYourself');
  if (isLastChair(state, seat)) return refuse('participants/lastChair');
  if (seat.role === 'chair' && by.kind === 'seat' && state.participants.seats[by.seat]?.role !== 'chair') {
    return refuse('permission/denied');
  }
  return null;
};
