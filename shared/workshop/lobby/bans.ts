/** Barring somebody from the workshop, and lifting it. Rules L14–L17 of SPEC.md. The door applies what the ban holds on to. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { SeatId } from '../../kernel/ids.ts';
import { lookUp } from '../../kernel/records.ts';
import type { Person } from '../../directory/person.ts';
import type { Context } from '../actor.ts';
import { clearing, unseatingRefusal } from '../participants/consequences.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import type { BanScope, LobbyCommand } from './types.ts';

type Decided = Decision<WorkshopEvent, WorkshopRefusalCode>;

const banned = (seat: SeatId, person: Person, scope: readonly BanScope[]): WorkshopEvent => ({
  type: 'lobby/banned',
  ban: { seat, person: person.id, name: person.name, scope: [...new Set(scope)] },
});

/** Of whoever sits, waits, or was removed before. */
export const decideBan = (
  state: WorkshopState,
  { seat: id, scope }: Extract<LobbyCommand, { readonly type: 'lobby/ban' }>,
  { by }: Context,
): Decided => {
  if (Object.hasOwn(state.lobby.banned, id)) return refuse('lobby/alreadyBanned');
  const knock = lookUp(state.lobby.knocks, id);
  if (knock) return accept({ type: 'lobby/turnedAway', seat: id }, banned(id, knock.person, scope));
  const seat = lookUp(state.participants.seats, id);
  const known = seat ?? lookUp(state.participants.removed, id)?.seat;
  const person = known && lookUp(state.roster.people, known.person);
  if (!person) return refuse('participants/unknownSeat');
  if (!seat) return accept(banned(id, person, scope));
  const refusal = unseatingRefusal(state, seat, by);
  if (refusal) return refusal;
  return accept(...clearing(state, id), { type: 'participants/removed', seat: id }, banned(id, person, scope));
};

export const decideUnban = (state: WorkshopState, seat: SeatId): Decided =>
  Object.hasOwn(state.lobby.banned, seat) ? accept({ type: 'lobby/unbanned', seat }) : refuse('lobby/notBanned');
