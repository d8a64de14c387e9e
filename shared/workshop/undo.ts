/** Which command takes back what another has just done; null: nothing does. Read before the command is sent. Rule U1 of SPEC.md. */
import type { SeatId } from '../kernel/ids.ts';
import { pollOf } from './polls/selectors.ts';
import type { WorkshopCommand, WorkshopState } from './workshop.ts';

const movingBack = ({ floor }: WorkshopState, seat: SeatId): WorkshopCommand | null => {
  const index = floor.queue.findIndex((hand) => hand.seat === seat);
  if (index === -1) return null;
  return floor.queue[index]?.placed ? { type: 'floor/move', seat, index } : { type: 'floor/unplace', seat };
};

export const undoOf = (before: WorkshopState, command: WorkshopCommand): WorkshopCommand | null => {
  switch (command.type) {
    case 'floor/lowerOther':
      return { type: 'floor/putBack', seats: [command.seat] };
    case 'floor/lowerAll':
      return { type: 'floor/putBack', seats: before.floor.queue.map(({ seat }) => seat) };
    case 'floor/move':
      return movingBack(before, command.seat);
    case 'floor/give':
    case 'floor/giveNext':
      return { type: 'floor/undoGiving' };
    case 'floor/setOpen':
      return { type: 'floor/setOpen', open: !command.open };
    case 'floor/pauseSpeech':
      return { type: 'floor/resumeSpeech' };
    case 'agenda/pauseClock':
      return { type: 'agenda/resumeClock' };
    case 'agenda/drop':
      return { type: 'agenda/restore', item: command.item };
    case 'agenda/move': {
      const index = before.agenda.order.indexOf(command.item);
      return index === -1 ? null : { type: 'agenda/move', item: command.item, index };
    }
    case 'agenda/settle':
      return { type: 'agenda/undoSettling' };
    case 'questions/merge':
      return { type: 'questions/unmerge', questions: command.from };
    case 'questions/answer':
    case 'questions/dismiss':
      return { type: 'questions/reopen', question: command.question };
    case 'questions/promote':
      return { type: 'questions/unpromote', question: command.question };
    case 'questions/highlight':
      return { ...command, on: !command.on };
    case 'polls/close':
      return pollOf(before.polls, command.poll)?.plan.anonymous === false
        ? { type: 'polls/undoClosing', poll: command.poll }
        : null;
    case 'polls/discard': {
      const plan = pollOf(before.polls, command.poll)?.plan;
      return plan === undefined ? null : { type: 'polls/prepare', plan };
    }
    default:
      return null;
  }
};
