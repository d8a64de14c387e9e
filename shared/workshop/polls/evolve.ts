/** How polls follow from events. */
import type { CommandId, SeatId } from '../../kernel/ids.ts';
import type { Circumstance } from '../actor.ts';
import type { WorkshopEvent } from '../workshop.ts';
import type { Choice, Poll, PollPlan, PollsState } from './types.ts';

export const initialPolls: PollsState = { polls: [] };

const change = ({ polls }: PollsState, id: CommandId, to: (poll: Poll) => Poll): PollsState => ({
  polls: polls.map((poll) => (poll.id === id ? to(poll) : poll)),
});

const prepared = (id: CommandId, plan: PollPlan): Poll => ({
  id,
  plan,
  standing: { kind: 'prepared' },
  votes: {},
  turnout: 0,
});

const vote = (poll: Poll, seat: SeatId, choice: Choice | null): Poll => ({
  ...poll,
  votes: { ...poll.votes, [seat]: choice },
  turnout: poll.turnout + (Object.hasOwn(poll.votes, seat) ? 0 : 1),
});

export const evolvePolls = (state: PollsState, event: WorkshopEvent, { at }: Circumstance): PollsState => {
  switch (event.type) {
    case 'polls/prepared':
      return { polls: [...state.polls, prepared(event.poll, event.plan)] };
    case 'polls/edited':
      return change(state, event.poll, (poll) => ({ ...poll, plan: event.plan }));
    case 'polls/discarded':
      return { polls: state.polls.filter(({ id }) => id !== event.poll) };
    case 'polls/opened': {
      // It goes to the end for everybody, so that who sees none that are prepared has the same order.
      const opened: Poll = {
        ...prepared(event.poll, event.plan),
        standing: { kind: 'open', from: at, until: event.until },
      };
      return { polls: [...state.polls.filter(({ id }) => id !== event.poll), opened] };
    }
    case 'polls/voted':
      return change(state, event.poll, (poll) => vote(poll, event.seat, event.choice));
    case 'polls/counted':
      return change(state, event.poll, (poll) => ({ ...poll, turnout: poll.turnout + 1 }));
    case 'polls/closed':
      return change(state, event.poll, (poll) =>
        poll.standing.kind === 'open'
          ? { ...poll, standing: { kind: 'closed', from: poll.standing.from, at, result: event.result } }
          : poll,
      );
    case 'polls/closingUndone':
      return change(state, event.poll, (poll) =>
        poll.standing.kind === 'closed'
          ? { ...poll, standing: { kind: 'open', from: poll.standing.from, until: null } }
          : poll,
      );
    default:
      return state;
  }
};
