/**
 * Ports of links, seats and the installation's own secrets: who holds what, and what two seats have in common. Secrets arrive hashed (SHA-256,
 * base64url); plain ones are never stored. Every method may reject with a Fault and with nothing else.
 */
import type { AccountId, Instant, PersonId, SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { Role } from '../../shared/workshop/roles.ts';

export interface LinkRecord {
  readonly id: string;
  readonly workshop: WorkshopId;
  readonly role: Role;
  readonly secretHash: string;
  readonly createdAt: Instant;
  readonly revokedAt: Instant | null;
  /** What the desk calls it; empty when it has no name. */
  readonly label: string;
  /** A personal link: whoever has it is this person of the roster. */
  readonly person: PersonId | null;
  /** Nobody new comes in by it from then on; who came by it before stays. */
  readonly expiresAt: Instant | null;
  /** Seats one and no more. */
  readonly once: boolean;
  /** How many seats were taken by it, and when the last one was. */
  readonly uses: number;
  readonly usedAt: Instant | null;
}

export interface SeatRecord {
  readonly seat: SeatId;
  readonly workshop: WorkshopId;
  readonly link: string;
  readonly tokenHash: string;
  readonly createdAt: Instant;
  /** Whose seat it is, when somebody with an account sits on it. */
  readonly account: AccountId | null;
  /** In which browser it was taken, by the secret of that browser. */
  readonly browserHash: string | null;
}

/** By what two seats are one person's. */
export interface SeatTraits {
  readonly seat: SeatId;
  readonly link: string;
  readonly account: AccountId | null;
  readonly browsers: readonly string[];
}

export interface AccessStore {
  addLink(link: LinkRecord): Promise<void>;
  findLink(workshop: WorkshopId, secretHash: string): Promise<LinkRecord | null>;
  /** Those of a workshop that were not revoked, oldest first. */
  links(workshop: WorkshopId): Promise<readonly LinkRecord[]>;
  /** Counts a use; false when the link seats one only and has done so. Of two that ask at once, one gets it. */
  useLink(link: string, at: Instant): Promise<boolean>;
  /** Takes a use back that brought nobody in. */
  unuseLink(link: string): Promise<void>;
  /** A new secret in the old one's place: the old one opens nothing from now on. False: no such link, or revoked. */
  replaceSecret(workshop: WorkshopId, link: string, secretHash: string): Promise<boolean>;
  revokeLink(workshop: WorkshopId, link: string, at: Instant): Promise<boolean>;
  addSeat(seat: SeatRecord): Promise<void>;
  /** A further key to a seat, for another device of the same person. */
  addKey(seat: SeatId, key: Pick<SeatRecord, 'tokenHash' | 'browserHash' | 'createdAt'>): Promise<void>;
  /** Cuts a seat off from the link and the browsers by which it was taken: it was taken in somebody else's name. */
  forgetWay(seat: SeatId): Promise<void>;
  findSeat(tokenHash: string): Promise<SeatRecord | null>;
  traits(workshop: WorkshopId, seats: readonly SeatId[]): Promise<readonly SeatTraits[]>;
  /** Seats of this workshop that have the browser, the account or the link in common with what is given. */
  sharing(
    workshop: WorkshopId,
    by: { readonly browsers: readonly string[]; readonly account: AccountId | null; readonly link: string | null },
  ): Promise<readonly SeatTraits[]>;
  /**
   * What is known of these seats besides the facts: keys, browsers, accounts; and personal links of this person, which open nothing any more and
   * lose their names. Seats that are barred keep their browser. May be done again.
   */
  forgetPerson(
    workshop: WorkshopId,
    of: { readonly person: PersonId; readonly seats: readonly SeatId[]; readonly barred: readonly SeatId[] },
    at: Instant,
  ): Promise<void>;
  /**
   * Removes links that were withdrawn or ran out before this instant, and of workshops that ended before it the names of links and the browsers
   * of seats. Answers how many rows.
   */
  purge(before: Instant): Promise<number>;
  /** The installation's own secrets (ticket signing), created once on first ask from `fresh`. */
  installationSecret(name: string, fresh: () => string): Promise<string>;
}
