/**
 * The lobby: who knocks and waits to be let in, and who is barred. Only the desk (chair and co-chairs) sees it; each waiting guest sees the
 * own knock and what the desk says to those waiting. A knock keeps all that seating needs, so that nothing of a guest enters the room before
 * admission.
 */
import type { Instant, PersonId, SeatId } from '../../kernel/ids.ts';
import type { Organization, Person, PersonName } from '../../directory/person.ts';
import type { Language } from '../../kernel/language.ts';
import type { Role } from '../roles.ts';

export interface Knock {
  readonly seat: SeatId;
  readonly person: Person;
  /** Set when the guest named an organization the roster did not have. */
  readonly organization?: Organization;
  readonly role: Role;
  readonly language: Language;
  /** Was removed or sent back before: no role and no open door passes without the desk. */
  readonly again?: true;
  readonly since: Instant;
}

/**
 * What a ban holds on to besides the seat itself: the browser it was taken in, the account behind it, the link by which it came. A personal
 * link is always barred with its seat. What browser, account and link a seat has only the door knows.
 */
export const BAN_SCOPES = ['browser', 'account', 'link'] as const;
export type BanScope = (typeof BAN_SCOPES)[number];

export interface Ban {
  readonly seat: SeatId;
  readonly person: PersonId;
  /** As the desk knew the person, so that it can be lifted. */
  readonly name: PersonName;
  readonly scope: readonly BanScope[];
}

export interface LobbyState {
  /** 'knock': participants wait for admission; 'open': everyone with a link is seated at once. */
  readonly door: 'knock' | 'open';
  /** From when on nobody new may knock or walk in, as the desk has set it; null: as long as the workshop lasts. */
  readonly closesAt: Instant | null;
  /** Whether the desk has set it at all: what it said then stands instead of what the brief has planned. */
  readonly closingIsSet: boolean;
  /** Those waiting, by time of knocking (insertion order is not relied upon; sort by `since`, then seat). */
  readonly knocks: Readonly<Record<SeatId, Knock>>;
  readonly turnedAway: Readonly<Record<SeatId, Instant>>;
  readonly banned: Readonly<Record<SeatId, Ban & { readonly at: Instant }>>;
  /** What the desk says to everybody who waits, also to those who come later. */
  readonly message: { readonly text: string; readonly at: Instant } | null;
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
      /** The door knows this guest as somebody who was removed. */
      readonly again?: true;
    }
  | { readonly type: 'lobby/admit'; readonly seat: SeatId }
  | { readonly type: 'lobby/admitAll' }
  /** Those whose name stands in the roster, each as the roster's person. */
  | { readonly type: 'lobby/admitRoster' }
  | { readonly type: 'lobby/turnAway'; readonly seat: SeatId }
  | { readonly type: 'lobby/sendBack'; readonly seat: SeatId }
  | { readonly type: 'lobby/tellWaiting'; readonly text: string | null }
  | { readonly type: 'lobby/setDoor'; readonly door: 'knock' | 'open' }
  | { readonly type: 'lobby/setClosing'; readonly at: Instant | null }
  | { readonly type: 'lobby/ban'; readonly seat: SeatId; readonly scope: readonly BanScope[] }
  | { readonly type: 'lobby/unban'; readonly seat: SeatId };

export type LobbyEvent =
  | { readonly type: 'lobby/knocked'; readonly knock: Knock }
  /** The knock is answered; who was let in is told by participants/seated in the same entry. */
  | { readonly type: 'lobby/admitted'; readonly seat: SeatId }
  | { readonly type: 'lobby/turnedAway'; readonly seat: SeatId }
  /** The guest left before an answer: the knock is gone, and the guest may knock again. */
  | { readonly type: 'lobby/withdrawn'; readonly seat: SeatId }
  | { readonly type: 'lobby/told'; readonly text: string | null }
  | { readonly type: 'lobby/doorSet'; readonly door: 'knock' | 'open' }
  | { readonly type: 'lobby/closingSet'; readonly closesAt: Instant | null }
  | { readonly type: 'lobby/banned'; readonly ban: Ban }
  | { readonly type: 'lobby/unbanned'; readonly seat: SeatId };

export type LobbyRefusal =
  | 'lobby/notWaiting'
  | 'lobby/alreadyKnown'
  | 'lobby/nobodyWaiting'
  | 'lobby/nobodyOnRoster'
  | 'lobby/turnedAway'
  | 'lobby/closed'
  | 'lobby/notYetOpen'
  | 'lobby/alreadyBanned'
  | 'lobby/notBanned';
