/**
 * In what order the floor will be given, and why each entry stands where it stands. Pure in the facts, so that every client shows one order.
 * Rules F15–F22 of SPEC.md. Points of order first; whom the chair has placed keeps that place; the others by the workshop's policy.
 */
import type { Language } from '../../kernel/language.ts';
import type { OrganizationId, PersonId, SeatId } from '../../kernel/ids.ts';
import { seatEver } from '../participants/selectors.ts';
import { organizationOf } from '../roster/selectors.ts';
import type { WorkshopState } from '../workshop.ts';
import { speechMs } from './talk-times.ts';
import type { QueueEntry, Speech } from './types.ts';

type Arranged = Pick<WorkshopState, 'floor' | 'participants' | 'roster'>;

/** A short word counts as this much where least time spoken goes first, or who says little each time would never let others pass. */
const LEAST_CHARGE_MS = 10_000;

const isOfOrder = ({ kind, placed }: QueueEntry): boolean => kind === 'pointOfOrder' && placed === undefined;

const personOf = (state: Arranged, seat: SeatId): PersonId | null => seatEver(state, seat)?.person ?? null;

/** Who takes turns: an organization, or somebody of none for oneself; a language. */
type Group = OrganizationId | PersonId | Language | null;

const groupOf = (state: Arranged, seat: SeatId): Group => {
  if (state.floor.rules.policy === 'byLanguage') return seatEver(state, seat)?.language ?? null;
  const person = personOf(state, seat);
  return person === null ? null : (organizationOf(state, person) ?? person);
};

const turns = (state: Arranged): ReadonlyMap<Group, number> => {
  const { spoken, holder } = state.floor;
  const counted = new Map<Group, number>();
  for (const { seat } of holder === null ? spoken : [...spoken, holder]) {
    const group = groupOf(state, seat);
    counted.set(group, (counted.get(group) ?? 0) + 1);
  }
  return counted;
};

/** How much each person has had of the speeches that are over: `sum` of what each counts as. */
const had = (state: Arranged, sum: (speech: Speech, ms: number) => number): ReadonlyMap<PersonId, number> => {
  const found = new Map<PersonId, number>();
  for (const speech of state.floor.spoken)
    found.set(speech.person, (found.get(speech.person) ?? 0) + sum(speech, speechMs(speech, speech.until)));
  return found;
};

/** The smaller, the sooner. Asked in the order of arrival, since those of one group take turns among themselves as well. */
const ranking = (state: Arranged): ((hand: QueueEntry) => number) => {
  switch (state.floor.rules.policy) {
    case 'arrival':
      return () => 0;
    case 'firstTime': {
      const speeches = had(state, () => 1);
      return ({ seat }) => (speeches.has(personOf(state, seat) ?? ('' as PersonId)) ? 1 : 0);
    }
    case 'leastTime': {
      const charged = had(state, (_speech, ms) => Math.max(ms, LEAST_CHARGE_MS));
      return ({ seat }) => charged.get(personOf(state, seat) ?? ('' as PersonId)) ?? 0;
    }
    case 'byOrganization':
    case 'byLanguage': {
      const taken = new Map(turns(state));
      return ({ seat }) => {
        const group = groupOf(state, seat);
        const turn = taken.get(group) ?? 0;
        taken.set(group, turn + 1);
        return turn;
      };
    }
  }
};

const byArrival = (a: QueueEntry, b: QueueEntry): number => a.arrival - b.arrival;

const arranged = (state: Arranged): readonly QueueEntry[] => {
  const { queue } = state.floor;
  const ofOrder = queue.filter(isOfOrder).toSorted(byArrival);
  const rest = queue.filter((hand) => !isOfOrder(hand));
  const rank = ranking(state);
  const free = rest
    .filter(({ placed }) => placed === undefined)
    .toSorted(byArrival)
    .map((hand) => ({ hand, rank: rank(hand) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ hand }) => hand);
  const inPlace = rest.flatMap((hand) => (hand.placed === undefined ? (free.shift() ?? []) : hand));
  return [...ofOrder, ...inPlace];
};

/** The state with its queue in order; the same state when it was so. */
export const arrangeQueue = <State extends Arranged>(state: State): State => {
  if (state.floor.queue.length < 2) return state;
  const queue = arranged(state);
  return queue.every((hand, index) => hand === state.floor.queue[index])
    ? state
    : { ...state, floor: { ...state.floor, queue } };
};

/** Why an entry stands where it stands. */
export type Reason =
  | { readonly why: 'chair' }
  | { readonly why: 'pointOfOrder' }
  | { readonly why: 'arrival' }
  | { readonly why: 'firstTime' }
  | { readonly why: 'spokenBefore'; readonly speeches: number }
  /** All speeches of this person that are over. */
  | { readonly why: 'time'; readonly ms: number }
  /** Turns its group has had; `of` null: speaks for nobody else. */
  | { readonly why: 'turns'; readonly turns: number; readonly of: OrganizationId | Language | null };

export const reasonFor = (state: Arranged, hand: QueueEntry): Reason => {
  if (hand.placed) return { why: 'chair' };
  if (hand.kind === 'pointOfOrder') return { why: 'pointOfOrder' };
  const person = personOf(state, hand.seat);
  const mine = state.floor.spoken.filter((speech) => speech.person === person);
  switch (state.floor.rules.policy) {
    case 'arrival':
      return { why: 'arrival' };
    case 'firstTime':
      return mine.length === 0 ? { why: 'firstTime' } : { why: 'spokenBefore', speeches: mine.length };
    case 'leastTime':
      return { why: 'time', ms: mine.reduce((sum, speech) => sum + speechMs(speech, speech.until), 0) };
    case 'byOrganization':
    case 'byLanguage': {
      const group = groupOf(state, hand.seat);
      const of = group === person ? null : (group as OrganizationId | Language | null);
      return { why: 'turns', turns: turns(state).get(group) ?? 0, of };
    }
  }
};
