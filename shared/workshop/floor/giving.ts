/** Giving the floor, with which limit, and taking the giving back. Rules F7–F9, F12, F24–F26 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { PersonId, SeatId } from '../../kernel/ids.ts';
import { lookUp } from '../../kernel/records.ts';
import type { Context } from '../actor.ts';
import { hasRequired } from '../consents/selectors.ts';
import { currentItem, isPaused } from '../agenda/selectors.ts';
import { seatAtTable } from '../participants/selectors.ts';
import { roleMay } from '../permissions.ts';
import { organizationOf } from '../roster/selectors.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import { speechEnding } from './consequences.ts';
import { maySpeak } from './selectors.ts';
import { spentBudgetMs } from './talk-times.ts';
import { UNDO_GIVING_MS, type QueueEntry, type Speech } from './types.ts';

type Decided = Decision<WorkshopEvent, WorkshopRefusalCode>;

/** The person's own limit, else the item's, else the workshop's; never more than is left of the organization's budget. */
const limitFor = (state: WorkshopState, person: PersonId): number | null => {
  const { floor, agenda } = state;
  const minutes = currentItem(agenda)?.speechMinutes;
  const own = lookUp(floor.limits, person);
  const limit = own === undefined ? (minutes === undefined ? floor.limitMs : minutes * 60_000) : own;
  const organization = organizationOf(state, person);
  const budget = organization === null ? undefined : lookUp(floor.budgets, organization);
  if (organization === null || budget === undefined) return limit;
  const left = Math.max(0, budget - spentBudgetMs(state, organization));
  return limit === null ? left : Math.min(limit, left);
};

const speechOf = (state: WorkshopState, to: SeatId, person: PersonId, { at }: Context): Speech => {
  const hand = state.floor.queue.find(({ seat }) => seat === to);
  const limitMs = limitFor(state, person);
  return {
    seat: to,
    person,
    item: state.agenda.current,
    from: at,
    ...(limitMs !== null && { limitMs }),
    ...(hand?.kind !== undefined && { kind: hand.kind }),
    ...(hand?.topic !== undefined && { topic: hand.topic }),
    ...(isPaused(state.agenda) && { pausedSince: at }),
  };
};

export const giving = (state: WorkshopState, to: SeatId, context: Context): Decided => {
  if (state.session.phase !== 'live') return refuse('session/notLive');
  const seat = seatAtTable(state, to);
  if (!seat) return refuse('participants/unknownSeat');
  if (state.floor.holder?.seat === to) return refuse('floor/alreadySpeaking');
  if (seat.presence.kind !== 'here') return refuse('floor/notHere');
  if (!roleMay(seat.role, 'floor.raise')) return refuse('permission/denied');
  if (!hasRequired(state, seat.person)) return refuse('consents/required');
  return accept(
    ...speechEnding(state),
    ...(state.floor.queue.some((hand) => hand.seat === to) ? [{ type: 'floor/handLowered', seat: to } as const] : []),
    // The chair who gives the floor takes back an earlier silencing; the person's own mute stays.
    ...(state.stage.silenced[to]?.includes('microphone')
      ? [{ type: 'stage/resumed', seat: to, source: 'microphone' } as const]
      : []),
    { type: 'floor/given', speech: speechOf(state, to, seat.person, context) },
  );
};

/** An entry back in the queue stands where the policy puts it, by the time it first came. */
export const puttingBack = (lowered: QueueEntry): WorkshopEvent => {
  const { placed: _, ...entry } = lowered;
  return { type: 'floor/handPutBack', entry };
};

/** The speech that the giving had ended, without its end. */
const interrupted = (state: WorkshopState, holder: Speech): Speech | null => {
  const last = state.floor.spoken.at(-1);
  if (last === undefined || last.until !== holder.from || last.seat === holder.seat) return null;
  if (!maySpeak(state, last.seat)) return null;
  if (last.item !== state.agenda.current || state.floor.queue.some(({ seat }) => seat === last.seat)) return null;
  const { until: _, ...speech } = last;
  return isPaused(state.agenda) ? { ...speech, pausedSince: last.until } : speech;
};

export const undoingGiving = (state: WorkshopState, { at }: Context): Decided => {
  const { holder, lowered } = state.floor;
  if (holder === null) return refuse('floor/nobodySpeaks');
  if (at - holder.from > UNDO_GIVING_MS) return refuse('floor/tooLateToUndo');
  const hand = lookUp(lowered, holder.seat);
  return accept(
    { type: 'floor/givingUndone', seat: holder.seat, speech: interrupted(state, holder) },
    ...(hand?.why === 'floor' && hand.at === holder.from ? [puttingBack(hand.hand)] : []),
  );
};
