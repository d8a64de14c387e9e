/** Readings of polls: how many values there are, who may vote, counts and weights. Rules R5, R8–R10 of SPEC.md. */
import type { AgendaItemId, CommandId, SeatId } from '../../kernel/ids.ts';
import { lookUp } from '../../kernel/records.ts';
import { seatAtTable, seatEver, seatsAtTable } from '../participants/selectors.ts';
import { organizationOf } from '../roster/selectors.ts';
import type { WorkshopState } from '../workshop.ts';
import { FEWEST_ANONYMOUS, type Choice, type Poll, type PollPlan, type PollResult, type PollsState } from './types.ts';

export const valueCount = ({ kind, options, steps }: PollPlan): number => {
  switch (kind) {
    case 'single':
    case 'multiple':
      return options.length;
    case 'scale':
      return steps ?? 0;
    case 'consensus':
      return 6;
  }
};

export const pollOf = ({ polls }: PollsState, id: CommandId): Poll | null =>
  polls.find((poll) => poll.id === id) ?? null;

export const mayVote = (state: Pick<WorkshopState, 'participants'>, { plan }: Poll, seat: SeatId): boolean => {
  const there = seatAtTable(state, seat);
  return there !== null && plan.roles.includes(there.role);
};

/** Whether the choice answers the poll: places that exist, each once and in order, as many as are asked. */
export const isChoice = (plan: PollPlan, choice: Choice): boolean => {
  const count = valueCount(plan);
  const [min, max] = plan.kind === 'multiple' ? [plan.min ?? 1, plan.max ?? count] : [1, 1];
  return (
    choice.length >= min &&
    choice.length <= max &&
    choice.every((place, at) => place >= 0 && place < count && (at === 0 || place > (choice[at - 1] ?? 0)))
  );
};

const sums = (plan: PollPlan, ballots: readonly (readonly [Choice, number])[]): readonly number[] => {
  const totals = Array.from({ length: valueCount(plan) }, () => 0);
  for (const [choice, weight] of ballots) for (const place of choice) totals[place] = (totals[place] ?? 0) + weight;
  return totals;
};

/** One organization, one vote: split evenly among its people who voted. */
const weighed = (
  state: Pick<WorkshopState, 'participants' | 'roster'>,
  votes: readonly (readonly [SeatId, Choice])[],
): readonly (readonly [Choice, number])[] => {
  const voices = votes.map(([seat, choice]) => {
    const person = seatEver(state, seat)?.person;
    const organization = person === undefined ? null : organizationOf(state, person);
    return { choice, group: organization === null ? `seat ${seat}` : `organization ${organization}` };
  });
  const sizes = new Map<string, number>();
  for (const { group } of voices) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return voices.map(({ choice, group }) => [choice, 1 / (sizes.get(group) ?? 1)]);
};

const eligible = (state: WorkshopState, poll: Poll): number =>
  new Set([
    ...seatsAtTable(state.participants)
      .filter(({ id, presence }) => presence.kind !== 'gone' && mayVote(state, poll, id))
      .map(({ id }) => id),
    ...Object.keys(poll.votes),
  ]).size;

/** The result as the votes now stand; `box`: what is in the ballot box, for an anonymous poll. */
export const resultOf = (state: WorkshopState, poll: Poll, box?: readonly number[]): PollResult => {
  const { plan, turnout } = poll;
  const of = { turnout, eligible: eligible(state, poll) };
  if (plan.anonymous) {
    const counts = sums(plan, []).map((_, place) => box?.[place] ?? 0);
    return { ...of, counts: turnout < FEWEST_ANONYMOUS ? null : counts };
  }
  const votes = Object.entries(poll.votes).flatMap(([seat, choice]): (readonly [SeatId, Choice])[] =>
    choice === null ? [] : [[seat as SeatId, choice]],
  );
  const counts = sums(
    plan,
    votes.map(([, choice]) => [choice, 1]),
  );
  if (!plan.weighted) return { ...of, counts };
  const weights = sums(plan, weighed(state, votes)).map((sum) => Math.round(sum * 1000) / 1000);
  return { ...of, counts, weights };
};

export const openPolls = ({ polls }: PollsState): readonly Poll[] =>
  polls.filter(({ standing }) => standing.kind === 'open');

/** Open, for this seat to vote in, and not yet voted in. */
export const pollsToVoteIn = (state: WorkshopState, seat: SeatId): readonly Poll[] =>
  openPolls(state.polls).filter((poll) => mayVote(state, poll, seat) && lookUp(poll.votes, seat) === undefined);

export interface ClosedPoll extends Poll {
  readonly standing: Extract<Poll['standing'], { readonly kind: 'closed' }>;
}

export const closedPolls = ({ polls }: PollsState): readonly ClosedPoll[] =>
  polls.filter((poll): poll is ClosedPoll => poll.standing.kind === 'closed');

export const closedPollsOf = (state: PollsState, item: AgendaItemId | null): readonly ClosedPoll[] =>
  closedPolls(state).filter(({ plan }) => plan.item === item);

/** Whether everyone in the room may see how the votes stand now. */
export const isResultShown = ({ plan, standing }: Poll): boolean =>
  standing.kind === 'closed' || (standing.kind === 'open' && !plan.hidden && !plan.anonymous);

/** Of a scale or of fingers: the mean of the ballots, as the values are written. */
export const meanOf = (plan: PollPlan, { counts }: PollResult): number | null => {
  if (counts === null || (plan.kind !== 'scale' && plan.kind !== 'consensus')) return null;
  const ballots = counts.reduce((sum, count) => sum + count, 0);
  const first = plan.kind === 'scale' ? 1 : 0;
  return ballots === 0 ? null : counts.reduce((sum, count, place) => sum + count * (place + first), 0) / ballots;
};
