/** Hands: raising, lowering, putting back, placing. Rules F1–F6, F14–F17, F27 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { SeatId } from '../../kernel/ids.ts';
import { lookUp } from '../../kernel/records.ts';
import type { Context } from '../actor.ts';
import { UNDO_MS } from '../agenda/types.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import { puttingBack } from './giving.ts';
import { isQueued, maySpeak } from './selectors.ts';
import type { FloorCommand, QueueEntry } from './types.ts';

type Decided = Decision<WorkshopEvent, WorkshopRefusalCode>;
type Of<Type extends FloorCommand['type']> = Extract<FloorCommand, { readonly type: Type }>;

export const raising = (
  state: WorkshopState,
  own: SeatId | null,
  { topic, kind }: Of<'floor/raiseHand'>,
  { cause, at }: Context,
): Decided => {
  const { floor } = state;
  if (own === null) return refuse('permission/notSeated');
  if (state.session.phase !== 'live') return refuse('session/notLive');
  if (state.participants.seats[own]?.presence.kind === 'gone') return refuse('floor/notHere');
  if (!maySpeak(state, own)) return refuse('consents/required');
  if (!floor.open) return refuse('floor/closed');
  if (floor.holder?.seat === own) return refuse('floor/alreadySpeaking');
  if (isQueued(floor, own)) return refuse('floor/alreadyQueued');
  if (kind !== undefined && kind !== 'contribution' && !floor.rules.kinds.includes(kind))
    return refuse('floor/kindOff');
  return accept({
    type: 'floor/handRaised',
    hand: {
      id: cause,
      seat: own,
      since: at,
      ...(topic !== undefined && { topic }),
      ...(kind !== undefined && kind !== 'contribution' && { kind }),
    },
  });
};

export const lowering = ({ floor }: WorkshopState, seat: SeatId): Decided =>
  isQueued(floor, seat) ? accept({ type: 'floor/handLowered', seat }) : refuse('floor/notQueued');

/** Only what the desk itself has lowered just now, of those who could still raise it. */
const restorable = (state: WorkshopState, seat: SeatId, { at }: Context): QueueEntry | null => {
  const lowered = lookUp(state.floor.lowered, seat);
  if (lowered?.why !== 'desk' || at - lowered.at > UNDO_MS || !maySpeak(state, seat)) return null;
  return isQueued(state.floor, seat) || state.floor.holder?.seat === seat ? null : lowered.hand;
};

export const puttingAllBack = (state: WorkshopState, { seats }: Of<'floor/putBack'>, context: Context): Decided => {
  if (state.session.phase !== 'live') return refuse('session/notLive');
  const entries = [...new Set(seats)].flatMap((seat) => restorable(state, seat, context) ?? []);
  return entries.length === 0 ? refuse('floor/tooLateToUndo') : accept(...entries.map(puttingBack));
};

export const moving = ({ floor }: WorkshopState, { seat, index }: Of<'floor/move'>): Decided => {
  if (!isQueued(floor, seat)) return refuse('floor/notQueued');
  if (index < 0 || index >= floor.queue.length) return refuse('floor/badIndex');
  return accept({ type: 'floor/handMoved', seat, index });
};

export const unplacing = ({ floor }: WorkshopState, seat: SeatId): Decided => {
  const entry = floor.queue.find((hand) => hand.seat === seat);
  if (!entry) return refuse('floor/notQueued');
  return entry.placed ? accept({ type: 'floor/handUnplaced', seat }) : refuse('floor/notPlaced');
};
