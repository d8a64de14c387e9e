/** Participants: the seats at the table, their roles, and whether each person is here. */
import type { Organization, Person } from '../../directory/person.ts';
import type { Instant, PersonId, SeatId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import type { Role } from '../roles.ts';

/**
 * `expected`: seated, never connected yet. `here`: at least one connection. `lost`: the connection broke at `since`; the seat, the place in the
 * queue and the floor are kept for their time of grace. `gone`: left, or did not come back.
 */
export type Presence =
  | { readonly kind: 'expected' }
  | { readonly kind: 'here'; readonly since: Instant }
  | { readonly kind: 'lost'; readonly since: Instant }
  | { readonly kind: 'gone'; readonly since: Instant };

export interface Seat {
  readonly id: SeatId;
  readonly person: PersonId;
  readonly role: Role;
  readonly language: Language;
  readonly presence: Presence;
  readonly seatedAt: Instant;
}

/** From when to when somebody was here; `until` is absent while it lasts. Attendance is computed from these. */
export interface Visit {
  readonly seat: SeatId;
  readonly from: Instant;
  readonly until?: Instant;
}

/** A seat that was removed, as it was at that moment. */
export interface Removal {
  readonly seat: Seat;
  readonly at: Instant;
}

export interface ParticipantsState {
  readonly seats: Readonly<Record<SeatId, Seat>>;
  readonly removed: Readonly<Record<SeatId, Removal>>;
  readonly visits: readonly Visit[];
}

/** How long a lost connection keeps the seat's presence and place in the queue, in ms. */
export const PRESENCE_GRACE_MS = 60_000;
/** How long a lost connection keeps the floor, in ms. */
export const FLOOR_GRACE_MS = 15_000;

export type ParticipantsCommand =
  /** By the door: the seat's first connection opened, its last one closed, or the person pressed Leave. */
  | { readonly type: 'participants/arrive'; readonly seat: SeatId }
  | { readonly type: 'participants/loseConnection'; readonly seat: SeatId }
  | { readonly type: 'participants/leave'; readonly seat: SeatId }
  /** By the clock, PRESENCE_GRACE_MS after a loss. */
  | { readonly type: 'participants/giveUpWaiting'; readonly seat: SeatId }
  | { readonly type: 'participants/assignRole'; readonly seat: SeatId; readonly role: Role }
  | { readonly type: 'participants/remove'; readonly seat: SeatId }
  /** By the door: the link it came by was withdrawn, or somebody of the same browser was barred. Of a waiting guest: turned away. */
  | { readonly type: 'participants/expel'; readonly seat: SeatId }
  /** Takes a person's name away, here and in what was written down before (erasing.ts): by the person, or by who may do it for others. */
  | { readonly type: 'participants/anonymize'; readonly person: PersonId };

export type ParticipantsEvent =
  | {
      readonly type: 'participants/seated';
      readonly seat: Seat;
      readonly person: Person;
      readonly organization?: Organization;
    }
  | { readonly type: 'participants/arrived'; readonly seat: SeatId }
  | { readonly type: 'participants/connectionLost'; readonly seat: SeatId }
  | { readonly type: 'participants/left'; readonly seat: SeatId; readonly reason: 'own' | 'silence' }
  | { readonly type: 'participants/roleAssigned'; readonly seat: SeatId; readonly role: Role }
  | { readonly type: 'participants/removed'; readonly seat: SeatId }
  /** Waits again; the knock is told by lobby/knocked in the same entry. */
  | { readonly type: 'participants/sentBack'; readonly seat: SeatId }
  | { readonly type: 'participants/anonymized'; readonly person: PersonId; readonly number: number };

export type ParticipantsRefusal =
  | 'participants/unknownSeat'
  | 'participants/lastChair'
  | 'participants/sameRole'
  | 'participants/notLost'
  | 'participants/notYourself'
  | 'participants/anonymous';
