/** Which polls there may be, who votes how often, and when one closes. Rules R1–R12 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import { instant, type Instant } from '../../kernel/ids.ts';
import { lookUp } from '../../kernel/records.ts';
import type { Context } from '../actor.ts';
import { UNDO_MS } from '../agenda/types.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import { isChoice, mayVote, pollOf, resultOf } from './selectors.ts';
import { OPTIONS_LIMIT, POLLS_LIMIT, SCALE_LIMIT, type Poll, type PollPlan, type PollsCommand } from './types.ts';

type Decided = Decision<WorkshopEvent, WorkshopRefusalCode>;

const planFault = (state: WorkshopState, plan: PollPlan): WorkshopRefusalCode | null => {
  const { kind, options, item, min, max, steps } = plan;
  if (item !== null && lookUp(state.agenda.items, item) === undefined) return 'agenda/unknownItem';
  if (plan.weighted && plan.anonymous) return 'polls/weightedAnonymous';
  if (plan.roles.length === 0) return 'polls/nobodyMayVote';
  const hasOptions = kind === 'single' || kind === 'multiple';
  const [least, most] = hasOptions ? [2, OPTIONS_LIMIT] : [0, 0];
  if (options.length < least || options.length > most || new Set(options).size !== options.length)
    return 'polls/badOptions';
  const [fewest, greatest] = [min ?? 1, max ?? options.length];
  if (kind === 'multiple' && !(fewest >= 1 && fewest <= greatest && greatest <= options.length))
    return 'polls/badNumbers';
  if (kind === 'scale' && !(steps !== undefined && steps >= 2 && steps <= SCALE_LIMIT)) return 'polls/badNumbers';
  return null;
};

const opening = ({ id, plan }: Pick<Poll, 'id' | 'plan'>, at: Instant): WorkshopEvent => ({
  type: 'polls/opened',
  poll: id,
  plan,
  until: plan.seconds === null ? null : instant(at + plan.seconds * 1000),
});

const voting = (state: WorkshopState, poll: Poll, choice: readonly number[], { by }: Context): Decided => {
  if (by.kind !== 'seat') return refuse('permission/notSeated');
  const { plan, standing } = poll;
  if (standing.kind !== 'open' || state.session.phase !== 'live') return refuse('polls/notOpen');
  if (!mayVote(state, poll, by.seat)) return refuse('polls/mayNotVote');
  if (!isChoice(plan, choice)) return refuse('polls/badChoice');
  const before = lookUp(poll.votes, by.seat);
  if (plan.anonymous && before !== undefined) return refuse('polls/alreadyVoted');
  if (before?.join() === choice.join()) return accept();
  return accept({
    type: 'polls/voted',
    poll: poll.id,
    seat: by.seat,
    choice: plan.anonymous ? null : choice,
    ...(before !== undefined && { again: true }),
  });
};

/** Of an anonymous poll only who holds the box can tell the result: a browser waits for the server's word. */
const closing = (state: WorkshopState, poll: Poll, { box }: Context): Decided => {
  if (poll.standing.kind !== 'open') return refuse('polls/notOpen');
  if (poll.plan.anonymous && box === undefined) return refuse('polls/boxAbsent');
  return accept({ type: 'polls/closed', poll: poll.id, result: resultOf(state, poll, box) });
};

const preparing = (
  state: WorkshopState,
  { plan, open }: Extract<PollsCommand, { readonly type: 'polls/prepare' }>,
  { cause, at }: Context,
): Decided => {
  if (state.session.phase === 'ended') return refuse('session/over');
  if (state.polls.polls.length >= POLLS_LIMIT) return refuse('polls/full', { limit: POLLS_LIMIT });
  const fault = planFault(state, plan);
  if (fault !== null) return refuse(fault);
  if (open && state.session.phase !== 'live') return refuse('session/notLive');
  return accept(open ? opening({ id: cause, plan }, at) : { type: 'polls/prepared', poll: cause, plan });
};

export const decidePolls = (state: WorkshopState, command: PollsCommand, context: Context): Decided => {
  if (command.type === 'polls/prepare') return preparing(state, command, context);
  const poll = pollOf(state.polls, command.poll);
  if (poll === null) return refuse('polls/unknown');
  const { standing } = poll;
  switch (command.type) {
    case 'polls/edit': {
      if (standing.kind !== 'prepared') return refuse('polls/notPrepared');
      const fault = planFault(state, command.plan);
      return fault === null ? accept({ type: 'polls/edited', poll: poll.id, plan: command.plan }) : refuse(fault);
    }
    case 'polls/discard':
      return standing.kind === 'prepared'
        ? accept({ type: 'polls/discarded', poll: poll.id })
        : refuse('polls/notPrepared');
    case 'polls/open':
      if (standing.kind !== 'prepared') return refuse('polls/notPrepared');
      return state.session.phase === 'live' ? accept(opening(poll, context.at)) : refuse('session/notLive');
    case 'polls/vote':
      return voting(state, poll, command.choice, context);
    case 'polls/close':
      return closing(state, poll, context);
    case 'polls/closeDue': {
      const isDue = standing.kind === 'open' && standing.until !== null && context.at >= standing.until;
      return isDue || state.session.phase === 'ended' ? closing(state, poll, context) : refuse('polls/notYet');
    }
    case 'polls/undoClosing':
      if (standing.kind !== 'closed') return refuse('polls/notClosed');
      if (state.session.phase !== 'live') return refuse('session/notLive');
      return poll.plan.anonymous || context.at - standing.at > UNDO_MS
        ? refuse('polls/tooLateToUndo')
        : accept({ type: 'polls/closingUndone', poll: poll.id });
  }
};
