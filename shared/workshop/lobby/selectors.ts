/** Readings of the lobby: who waits, whom of them the roster knows, whether anybody may still come. */
import { isSameName } from '../../directory/same-name.ts';
import type { Person } from '../../directory/person.ts';
import { opensAt, plannedClosing } from '../brief/doors.ts';
import type { Instant, PersonId, SeatId } from '../../kernel/ids.ts';
import { valuesOf } from '../../kernel/records.ts';
import { ROLES_WITHOUT_KNOCKING } from '../permissions.ts';
import type { Role } from '../roles.ts';
import type { WorkshopState } from '../workshop.ts';
import type { Knock, LobbyState } from './types.ts';

/** Those waiting, who knocked first first; a tie is settled by the seat's id, so that every client shows one order. */
export const waiting = (lobby: LobbyState): readonly Knock[] =>
  Object.values<Knock>(lobby.knocks).sort((a, b) => a.since - b.since || (a.seat < b.seat ? -1 : 1));

type Around = Pick<WorkshopState, 'roster' | 'participants' | 'lobby'>;

const seatedPeople = ({ participants }: Pick<WorkshopState, 'participants'>): ReadonlySet<PersonId> =>
  new Set(valuesOf(participants.seats).map(({ person }) => person));

/** The one person of the roster, not seated yet, whose name this is; two of one name are nobody. */
export const onRoster = (state: Around, person: Person): Person | null => {
  const seated = seatedPeople(state);
  const found = valuesOf(state.roster.people).filter(
    (one) => !seated.has(one.id) && (one.id === person.id || isSameName(one.name, person.name)),
  );
  const own = found.find((one) => one.id === person.id);
  return own ?? (found.length === 1 ? (found[0] ?? null) : null);
};

/** Each waiting guest whom the roster knows, with the roster's person; of two who give one name the first. */
export const waitingOnRoster = (state: Around): ReadonlyMap<SeatId, Person> => {
  const known = new Map<SeatId, Person>();
  const taken = new Set<PersonId>();
  for (const knock of waiting(state.lobby)) {
    const person = onRoster(state, knock.person);
    if (person === null || taken.has(person.id)) continue;
    taken.add(person.id);
    known.set(knock.seat, person);
  }
  return known;
};

/** From when on nobody new comes in: as the desk has set it, else as the brief has planned it. */
export const closing = ({ lobby, brief }: Pick<WorkshopState, 'lobby' | 'brief'>): Instant | null =>
  lobby.closingIsSet ? lobby.closesAt : plannedClosing(brief);

export const isClosed = (state: Pick<WorkshopState, 'lobby' | 'brief'>, role: Role, at: Instant): boolean => {
  const since = closing(state);
  return since !== null && at >= since && !ROLES_WITHOUT_KNOCKING.includes(role);
};

/** When this role may come, while it may not yet: a workshop that has begun has opened its doors. Null: now. */
export const notOpenBefore = (
  { brief, session }: Pick<WorkshopState, 'brief' | 'session'>,
  role: Role,
  at: Instant,
): Instant | null => {
  const from = session.phase === 'scheduled' ? opensAt(brief, role) : null;
  return from !== null && at < from ? from : null;
};
