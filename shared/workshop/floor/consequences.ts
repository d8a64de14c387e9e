/** What happens on the floor because of something elsewhere: shared by floor, agenda, session and participants. */
import type { SeatId } from '../../kernel/ids.ts';
import type { WorkshopEvent, WorkshopState } from '../workshop.ts';

/** The end of the speech that is going on, if there is one. */
export const speechEnding = ({ floor }: WorkshopState): readonly WorkshopEvent[] =>
  floor.holder ? [{ type: 'floor/ended', seat: floor.holder.seat }] : [];

/** A seat's hand goes down and its speech ends, whichever it has. */
export const leavingTheFloor = ({ floor }: WorkshopState, seat: SeatId): readonly WorkshopEvent[] => [
  ...(floor.queue.some((hand) => hand.seat === seat) ? [{ type: 'floor/handLowered', seat } as const] : []),
  ...(floor.holder?.seat === seat ? [{ type: 'floor/ended', seat } as const] : []),
];
