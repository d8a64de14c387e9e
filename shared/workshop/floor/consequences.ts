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

export const handsLowering = ({ floor }: WorkshopState): readonly WorkshopEvent[] =>
  floor.queue.map(({ seat }): WorkshopEvent => ({ type: 'floor/handLowered', seat }));

/** A queue is closed for its item: the next one begins open, with the hands that are up or without, as the chair or else the rules say. */
export const queueAtNewItem = (state: WorkshopState, hands?: 'keep' | 'clear'): readonly WorkshopEvent[] => [
  ...((hands ?? (state.floor.rules.carriesOver ? 'keep' : 'clear')) === 'clear' ? handsLowering(state) : []),
  ...(state.floor.open ? [] : [{ type: 'floor/openSet', open: true } as const]),
];

/** While the item's clock stands, so does the speaker's. */
export const speechPausing = ({ floor }: WorkshopState): readonly WorkshopEvent[] =>
  floor.holder && floor.holder.pausedSince === undefined ? [{ type: 'floor/paused', seat: floor.holder.seat }] : [];

export const speechResuming = ({ floor }: WorkshopState): readonly WorkshopEvent[] =>
  floor.holder?.pausedSince === undefined ? [] : [{ type: 'floor/resumed', seat: floor.holder.seat }];
