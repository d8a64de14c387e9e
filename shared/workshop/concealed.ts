/**
 * What is kept out of the log: the name of who asks without a name, and what an anonymous ballot chose. Owns the decision for each command; whoever
 * writes the log asks here. Rules Q2, R6, R7 of SPEC.md.
 */
import type { CommandId } from '../kernel/ids.ts';
import type { Actor } from './actor.ts';
import { pollOf, valueCount } from './polls/selectors.ts';
import type { WorkshopCommand, WorkshopState } from './workshop.ts';

/** A command whose sender is to stand nowhere, beside the command's id neither. */
export const isUnnamed = (command: WorkshopCommand): boolean =>
  (command.type === 'questions/ask' && command.seal !== undefined) ||
  (command.type === 'questions/withdraw' && command.token !== undefined);

/** Who acted, as the log says it. */
export const loggedAs = (command: WorkshopCommand, by: Actor): Actor => (isUnnamed(command) ? { kind: 'unnamed' } : by);

/** What a ballot box outside of the log must do together with appending: counts of each value are all it ever holds. */
export type BoxChange =
  | { readonly kind: 'add'; readonly poll: CommandId; readonly counts: readonly number[] }
  | { readonly kind: 'empty'; readonly poll: CommandId };

const anonymousPoll = (state: WorkshopState, id: CommandId) => {
  const poll = pollOf(state.polls, id);
  return poll?.plan.anonymous === true && poll.standing.kind === 'open' ? poll : null;
};

/** Of a command that was accepted in this state. */
export const boxChange = (state: WorkshopState, command: WorkshopCommand): BoxChange | null => {
  switch (command.type) {
    case 'polls/vote': {
      const poll = anonymousPoll(state, command.poll);
      if (poll === null) return null;
      const counts = Array.from({ length: valueCount(poll.plan) }, (_, place) =>
        Number(command.choice.includes(place)),
      );
      return { kind: 'add', poll: poll.id, counts };
    }
    default: {
      const poll = boxFor(state, command);
      return poll === null ? null : { kind: 'empty', poll };
    }
  }
};

/** Whose box must be read before this command can be decided. */
export const boxFor = (state: WorkshopState, command: WorkshopCommand): CommandId | null =>
  command.type === 'polls/close' || command.type === 'polls/closeDue'
    ? (anonymousPoll(state, command.poll)?.id ?? null)
    : null;
