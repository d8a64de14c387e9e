/** Who comes, goes, is lost, promoted or removed. Rules P1–P14 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import { lookUp } from '../../kernel/records.ts';
import type { Context } from '../actor.ts';
import { roleMay } from '../permissions.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import { anonymizing } from './anonymizing.ts';
import { clearing, isLastChair, unseatingRefusal } from './consequences.ts';
import { PRESENCE_GRACE_MS, type ParticipantsCommand } from './types.ts';

export const decideParticipants = (
  state: WorkshopState,
  command: ParticipantsCommand,
  context: Context,
): Decision<WorkshopEvent, WorkshopRefusalCode> => {
  if (command.type === 'participants/anonymize') return anonymizing(state, command.person, context);
  const { by, at } = context;
  if (Object.hasOwn(state.lobby.knocks, command.seat)) {
    if (command.type === 'participants/leave') return accept({ type: 'lobby/withdrawn', seat: command.seat });
    if (command.type === 'participants/expel') return accept({ type: 'lobby/turnedAway', seat: command.seat });
  }
  const seat = lookUp(state.participants.seats, command.seat);
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
    case 'participants/expel':
      return (
        unseatingRefusal(state, seat, by) ??
        accept(...clearing(state, seat.id), { type: 'participants/removed', seat: seat.id })
      );
  }
};
