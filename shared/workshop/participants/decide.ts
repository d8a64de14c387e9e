/** Who comes, goes, is lost, promoted or removed. Rules P1–P9 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { SeatId } from '../../kernel/ids.ts';
import type { Context } from '../actor.ts';
import { leavingTheFloor } from '../floor/consequences.ts';
import { roleMay } from '../permissions.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import { PRESENCE_GRACE_MS, type ParticipantsCommand, type Seat } from './types.ts';

const isLastChair = (state: WorkshopState, seat: Seat): boolean =>
  seat.role === 'chair' &&
  !Object.values<Seat>(state.participants.seats).some((other) => other.role === 'chair' && other.id !== seat.id);

/** Whatever of the stage and the floor a seat holds is set free before the seat goes or may no longer speak. */
const clearing = (state: WorkshopState, seat: SeatId): readonly WorkshopEvent[] => [
  ...leavingTheFloor(state, seat),
  ...(state.stage.spotlight === seat ? [{ type: 'stage/spotlit', seat: null } as const] : []),
];

export const decideParticipants = (
  state: WorkshopState,
  command: ParticipantsCommand,
  { by, at }: Context,
): Decision<WorkshopEvent, WorkshopRefusalCode> => {
  if (command.type === 'participants/leave' && Object.hasOwn(state.lobby.knocks, command.seat))
    return accept({ type: 'lobby/withdrawn', seat: command.seat });
  const seat = Object.hasOwn(state.participants.seats, command.seat)
    ? state.participants.seats[command.seat]
    : undefined;
  if (!seat) return refuse('participants/unknownSeat');
  const { presence } = seat;
  switch (command.type) {
    case 'participants/arrive':
      return presence.kind === 'here' ? accept() : accept({ type: 'participants/arrived', seat: seat.id });
    case 'participants/loseConnection':
      return presence.kind === 'here' ? accept({ type: 'participants/connectionLost', seat: seat.id }) : accept();
    case 'participants/leave':
      return presence.kind === 'gone'
        ? accept()
        : accept(...clearing(state, seat.id), { type: 'participants/left', seat: seat.id, reason: 'own' });
    case 'participants/giveUpWaiting':
      if (presence.kind !== 'lost' || at - presence.since < PRESENCE_GRACE_MS) return refuse('participants/notLost');
      return accept(...clearing(state, seat.id), { type: 'participants/left', seat: seat.id, reason: 'silence' });
    case 'participants/assignRole':
      if (seat.role === command.role) return refuse('participants/sameRole');
      if (isLastChair(state, seat)) return refuse('participants/lastChair');
      return accept(...(roleMay(command.role, 'floor.raise') ? [] : clearing(state, seat.id)), {
        type: 'participants/roleAssigned',
        seat: seat.id,
        role: command.role,
      });
    case 'participants/remove':
      if (by.kind === 'seat' && by.seat === seat.id) return refuse('participants/notYourself');
      if (isLastChair(state, seat)) return refuse('participants/lastChair');
      if (seat.role === 'chair' && by.kind === 'seat' && state.participants.seats[by.seat]?.role !== 'chair') {
        return refuse('permission/denied');
      }
      return accept(...clearing(state, seat.id), { type: 'participants/removed', seat: seat.id });
  }
};
