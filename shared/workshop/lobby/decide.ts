/** Who is let in, who waits, who is turned away, sent back or barred. Rules L1–L22 of SPEC.md. */
import type { Person } from '../../directory/person.ts';
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { SeatId } from '../../kernel/ids.ts';
import { lookUp } from '../../kernel/records.ts';
import type { Context } from '../actor.ts';
import { clearing, unseatingRefusal } from '../participants/consequences.ts';
import { ROLES_WITHOUT_KNOCKING } from '../permissions.ts';
import { ROSTER_LIMIT } from '../roster/decide.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import { decideBan, decideUnban } from './bans.ts';
import { isClosed, notOpenBefore, onRoster, waiting, waitingOnRoster } from './selectors.ts';
import type { Knock, LobbyCommand } from './types.ts';

type Decided = Decision<WorkshopEvent, WorkshopRefusalCode>;

/** As the roster's person where one is given: then what the guest said of organization and position is not needed. */
const seating = (
  { seat, person, organization, role, language }: Omit<Knock, 'since'>,
  known: Person | null,
  { at }: Context,
): WorkshopEvent => ({
  type: 'participants/seated',
  seat: { id: seat, person: (known ?? person).id, role, language, presence: { kind: 'expected' }, seatedAt: at },
  person: known ?? person,
  ...(organization && !known && { organization }),
});

const admission = (knock: Knock, known: Person | null, context: Context): readonly WorkshopEvent[] => [
  { type: 'lobby/admitted', seat: knock.seat },
  seating(knock, known, context),
];

/** In the order of the knocks. */
const admissions = (
  state: WorkshopState,
  context: Context,
  wanted: (knock: Knock, known: Person | null) => boolean,
): readonly WorkshopEvent[] => {
  const onRoster = waitingOnRoster(state);
  return waiting(state.lobby).flatMap((knock) => {
    const known = onRoster.get(knock.seat) ?? null;
    return wanted(knock, known) ? admission(knock, known, context) : [];
  });
};

const decideKnock = (
  state: WorkshopState,
  command: Extract<LobbyCommand, { readonly type: 'lobby/knock' }>,
  context: Context,
): Decided => {
  const { lobby, participants } = state;
  const { type: _, ...knock } = command;
  if (Object.hasOwn(participants.removed, knock.seat)) return refuse('lobby/turnedAway');
  if (Object.hasOwn(lobby.turnedAway, knock.seat)) return refuse('lobby/turnedAway');
  if (Object.hasOwn(participants.seats, knock.seat) || Object.hasOwn(lobby.knocks, knock.seat)) {
    return refuse('lobby/alreadyKnown');
  }
  if (isClosed(state, knock.role, context.at)) return refuse('lobby/closed');
  const opening = notOpenBefore(state, knock.role, context.at);
  if (opening !== null) return refuse('lobby/notYetOpen', { opensAt: opening });
  const known = Object.keys(state.roster.people).length + Object.keys(lobby.knocks).length;
  if (known >= ROSTER_LIMIT) return refuse('roster/full', { limit: ROSTER_LIMIT });
  const missing = knock.person.positions.find(
    ({ organization }) =>
      organization !== undefined &&
      organization !== knock.organization?.id &&
      !Object.hasOwn(state.roster.organizations, organization),
  );
  if (missing) return refuse('roster/unknownOrganization');
  const passes = ROLES_WITHOUT_KNOCKING.includes(knock.role);
  // Whoever walks in through an open door is nobody's word but the own: the roster's entry is not given away by a typed name.
  if (!knock.again && (passes || lobby.door === 'open')) {
    return accept(seating(knock, passes ? onRoster(state, knock.person) : null, context));
  }
  return accept({ type: 'lobby/knocked', knock: { ...knock, since: context.at } });
};

const decideSendBack = (state: WorkshopState, id: SeatId, context: Context): Decided => {
  const seat = lookUp(state.participants.seats, id);
  if (!seat) return refuse('participants/unknownSeat');
  const refusal = unseatingRefusal(state, seat, context.by);
  if (refusal) return refusal;
  const person = lookUp(state.roster.people, seat.person);
  if (!person) return refuse('participants/unknownSeat');
  return accept(
    ...clearing(state, id),
    { type: 'participants/sentBack', seat: id },
    {
      type: 'lobby/knocked',
      knock: { seat: id, person, role: seat.role, language: seat.language, again: true, since: context.at },
    },
  );
};

export const decideLobby = (state: WorkshopState, command: LobbyCommand, context: Context): Decided => {
  const { lobby } = state;
  switch (command.type) {
    case 'lobby/knock':
      return decideKnock(state, command, context);
    case 'lobby/admit': {
      const knock = lookUp(lobby.knocks, command.seat);
      if (!knock) return refuse('lobby/notWaiting');
      return accept(...admission(knock, waitingOnRoster(state).get(knock.seat) ?? null, context));
    }
    case 'lobby/admitAll': {
      const events = admissions(state, context, () => true);
      return events.length > 0 ? accept(...events) : refuse('lobby/nobodyWaiting');
    }
    case 'lobby/admitRoster': {
      const events = admissions(state, context, (_, known) => known !== null);
      return events.length > 0 ? accept(...events) : refuse('lobby/nobodyOnRoster');
    }
    case 'lobby/turnAway':
      return Object.hasOwn(lobby.knocks, command.seat)
        ? accept({ type: 'lobby/turnedAway', seat: command.seat })
        : refuse('lobby/notWaiting');
    case 'lobby/sendBack':
      return decideSendBack(state, command.seat, context);
    case 'lobby/tellWaiting':
      return lobby.message?.text === (command.text ?? undefined)
        ? accept()
        : accept({ type: 'lobby/told', text: command.text });
    case 'lobby/setDoor':
      if (lobby.door === command.door) return accept();
      return accept(
        { type: 'lobby/doorSet', door: command.door },
        ...(command.door === 'open' ? admissions(state, context, ({ again }) => !again) : []),
      );
    case 'lobby/setClosing':
      return lobby.closingIsSet && lobby.closesAt === command.at
        ? accept()
        : accept({ type: 'lobby/closingSet', closesAt: command.at });
    case 'lobby/ban':
      return decideBan(state, command, context);
    case 'lobby/unban':
      return decideUnban(state, command.seat);
  }
};
