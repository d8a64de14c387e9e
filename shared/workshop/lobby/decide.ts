/** Who is let in, who waits, who is turned away. Rules L1–L9 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { SeatId } from '../../kernel/ids.ts';
import type { Context } from '../actor.ts';
import { ROLES_WITHOUT_KNOCKING } from '../permissions.ts';
import { ROSTER_LIMIT } from '../roster/decide.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import { waiting } from './selectors.ts';
import type { Knock, LobbyCommand } from './types.ts';

const seating = (
  { seat, person, organization, role, language }: Omit<Knock, 'since'>,
  { at }: Context,
): WorkshopEvent => ({
  type: 'participants/seated',
  seat: { id: seat, person: person.id, role, language, presence: { kind: 'expected' }, seatedAt: at },
  person,
  ...(organization && { organization }),
});

const admission = (state: WorkshopState, seat: SeatId, context: Context): readonly WorkshopEvent[] => {
  const knock = state.lobby.knocks[seat];
  return knock ? [{ type: 'lobby/admitted', seat }, seating(knock, context)] : [];
};

export const decideLobby = (
  state: WorkshopState,
  command: LobbyCommand,
  context: Context,
): Decision<WorkshopEvent, WorkshopRefusalCode> => {
  const { lobby, participants } = state;
  switch (command.type) {
    case 'lobby/knock': {
      if (Object.hasOwn(participants.removed, command.seat)) return refuse('lobby/turnedAway');
      if (Object.hasOwn(lobby.turnedAway, command.seat)) return refuse('lobby/turnedAway');
      if (Object.hasOwn(participants.seats, command.seat) || Object.hasOwn(lobby.knocks, command.seat)) {
        return refuse('lobby/alreadyKnown');
      }
      const known = Object.keys(state.roster.people).length + Object.keys(lobby.knocks).length;
      if (known >= ROSTER_LIMIT) return refuse('roster/full', { limit: ROSTER_LIMIT });
      const { type: _, ...knock } = command;
      const missing = knock.person.positions.find(
        ({ organization }) =>
          organization !== undefined &&
          organization !== knock.organization?.id &&
          !Object.hasOwn(state.roster.organizations, organization),
      );
      if (missing) return refuse('roster/unknownOrganization');
      return ROLES_WITHOUT_KNOCKING.includes(command.role) || lobby.door === 'open'
        ? accept(seating(knock, context))
        : accept({ type: 'lobby/knocked', knock: { ...knock, since: context.at } });
    }
    case 'lobby/admit': {
      const events = admission(state, command.seat, context);
      return events.length > 0 ? accept(...events) : refuse('lobby/notWaiting');
    }
    case 'lobby/admitAll': {
      const events = waiting(lobby).flatMap((knock) => admission(state, knock.seat, context));
      return events.length > 0 ? accept(...events) : refuse('lobby/nobodyWaiting');
    }
    case 'lobby/turnAway':
      return Object.hasOwn(lobby.knocks, command.seat)
        ? accept({ type: 'lobby/turnedAway', seat: command.seat })
        : refuse('lobby/notWaiting');
    case 'lobby/setDoor':
      if (lobby.door === command.door) return accept();
      return accept(
        { type: 'lobby/doorSet', door: command.door },
        ...(command.door === 'open' ? waiting(lobby).flatMap((knock) => admission(state, knock.seat, context)) : []),
      );
  }
};
