/** Readings of the table: who sits at it, in which role, and who is here. A removed seat is no longer among them. */
import type { Instant, PersonId, SeatId } from '../../kernel/ids.ts';
import { instant } from '../../kernel/ids.ts';
import { lookUp, valuesOf } from '../../kernel/records.ts';
import type { Role } from '../roles.ts';
import type { WorkshopState } from '../workshop.ts';
import type { ParticipantsState, Seat, Visit } from './types.ts';

export const seatAtTable = ({ participants }: Pick<WorkshopState, 'participants'>, seat: SeatId): Seat | null =>
  lookUp(participants.seats, seat) ?? null;

export const roleOf = (state: Pick<WorkshopState, 'participants'>, seat: SeatId): Role | null =>
  seatAtTable(state, seat)?.role ?? null;

/** Also one that was removed: what somebody did while seated stays theirs. */
export const seatEver = ({ participants }: Pick<WorkshopState, 'participants'>, seat: SeatId): Seat | null =>
  lookUp(participants.seats, seat) ?? lookUp(participants.removed, seat)?.seat ?? null;

/** In the order of seating; a tie is settled by the seat's id, so that every client shows one order. */
export const seatsAtTable = ({ seats }: ParticipantsState): readonly Seat[] =>
  valuesOf(seats).toSorted((a, b) => a.seatedAt - b.seatedAt || (a.id < b.id ? -1 : 1));

/** Connected, or lost within the time of grace. */
export const isPresent = ({ presence }: Seat): boolean => presence.kind === 'here' || presence.kind === 'lost';

export const presentSeats = (participants: ParticipantsState): readonly Seat[] =>
  seatsAtTable(participants).filter(isPresent);

export interface Attendance {
  readonly person: PersonId;
  /** Within the session, in ms; what two seats of one person have in common counts once. */
  readonly ms: number;
}

/** The length of the union of stretches of time, in ms. */
const unionMs = (stretches: readonly (readonly [number, number])[]): number => {
  let total = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const [from, until] of stretches.toSorted((a, b) => a[0] - b[0])) {
    total += Math.max(0, until - Math.max(from, reached));
    reached = Math.max(reached, until);
  }
  return total;
};

/** Who attended the session for at least `minimumMs`, each person once, longest first. Nobody before the session begins. */
export const attendance = (
  { participants, session }: Pick<WorkshopState, 'participants' | 'session'>,
  now: Instant,
  minimumMs = 0,
): readonly Attendance[] => {
  if (session.phase === 'scheduled') return [];
  const { begunAt } = session;
  const end = session.phase === 'ended' ? session.endedAt : now;
  const within = ({ from, until = instant(end) }: Visit) => [Math.max(from, begunAt), Math.min(until, end)] as const;
  const byPerson = new Map<PersonId, (readonly [number, number])[]>();
  for (const visit of participants.visits) {
    const person = seatEver({ participants }, visit.seat)?.person;
    const [from, until] = within(visit);
    if (person === undefined || until <= from) continue;
    byPerson.set(person, [...(byPerson.get(person) ?? []), [from, until]]);
  }
  return [...byPerson]
    .map(([person, stretches]) => ({ person, ms: unionMs(stretches) }))
    .filter(({ ms }) => ms >= minimumMs)
    .toSorted((a, b) => b.ms - a.ms || (a.person < b.person ? -1 : 1));
};
