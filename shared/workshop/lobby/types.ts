/**
 * The lobby: who knocks and waits to be let in. Only the desk (chair and co-chairs) sees it; each waiting guest sees the own knock.
 * A knock keeps all that seating needs, so that nothing of a guest enters the room before admission.
 */
import type { Instant, SeatId } from '../../kernel/ids.ts';
import type { Organization, Person } from '../../directory/person.ts';
import type { Language } from '../../kernel/language.ts';
import type { Role } from '../roles.ts';

export interface Knock {
  readonly seat: SeatId;
  readonly person: Person;
  /** Set when the guest named an organization the roster did not have. */
  readonly organization?: Organization;
  readonly role: Role;
  readonly language: Language;
  readonly since: Instant;
}

export interface LobbyState {
  /** 'knock': participants wait for admission; 'open': everyone with a link is seated at once. */
  readonly door: 'knock' | 'open';
  /** Those waiting, by time of knocking (insertion order is not relied upon; sort by `since`, then seat). */
  readonly knocks: Readonly<Record<SeatId, Knock>>;
  readonly turnedAway: Readonly<Record<SeatId, Instant>>;
}

export type LobbyCommand =
  /** By the door only. Seats at once when the role passes (chair, co-chair, speaker, rapporteur, interpreter) or the door is open. */
  | {
      readonly type: 'lobby/knock';
      readonly seat: SeatId;
      readonly person: Person;
      readonly organization?: Organization;
      readonly role: Role;
      readonly language: Language;
    }
  | { readonly type: 'lobby/admit'; readonly seat: SeatId }
  | { readonly type: 'lobby/admitAll' }
  | { readonly type: 'lobby/turnAway'; readonly seat: SeatId }
  | { readonly type: 'lobby/setDoor'; readonly door: 'knock' | 'open' };

export type LobbyEvent =
  | { readonly type: 'lobby/knocked'; readonly knock: Knock }
  /** The knock is answered; who was let in is told by participants/seated in the same entry. */
  | { readonly type: 'lobby/admitted'; readonly seat: SeatId }
  | { readonly type: 'lobby/turnedAway'; readonly seat: SeatId }
  /** The guest left before an answer: the knock is gone, and the guest may knock again. */
  | { readonly type: 'lobby/withdrawn'; readonly seat: SeatId }
  | { readonly type: 'lobby/doorSet'; readonly door: 'knock' | 'open' };

export type LobbyRefusal = 'lobby/notWaiting' | 'lobby/alreadyKnown' | 'lobby/nobodyWaiting' | 'lobby/turnedAway';
