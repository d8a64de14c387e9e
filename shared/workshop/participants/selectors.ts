/** Readings of the table: who sits at it, in which role, and who is here. A removed seat is no longer among them. */
import type { SeatId } from '../../kernel/ids.ts';
import { lookUp, valuesOf } from '../../kernel/records.ts';
import type { Role } from '../roles.ts';
import type { WorkshopState } from '../workshop.ts';
import type { ParticipantsState, Seat } from './types.ts';

export const seatAtTable = ({ participants }: Pick<WorkshopState, 'participants'>, seat: SeatId): Seat | null =>
  lookUp(participants.seats, seat) ?? null;

export const roleOf = (state: Pick<WorkshopState, 'participants'>, seat: SeatId): Role | null =>
  seatAtTable(state, seat)?.role ?? null;

/** In the order of seating; a tie is settled by the seat's id, so that every client shows one order. */
export const seatsAtTable = ({ seats }: ParticipantsState): readonly Seat[] =>
  valuesOf(seats).toSorted((a, b) => a.seatedAt - b.seatedAt || (a.id < b.id ? -1 : 1));

/** Connected, or lost within the time of grace. */
export const isPresent = ({ presence }: Seat): boolean => presence.kind === 'here' || presence.kind === 'lost';

export const presentSeats = (participants: ParticipantsState): readonly Seat[] =>
  seatsAtTable(participants).filter(isPresent);
