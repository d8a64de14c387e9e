/**
 * Ports of the audit log: who did what at which door, refusals too. Lines name ids, never a person's name or mail address; what was written
 * or said is not in them. Owns the shapes only.
 */
import type { AccountId, Instant, OwningOrganizationId, SeatId, WorkshopId } from '../../shared/kernel/ids.ts';

export const AUDIT_DOORS = ['http', 'socket', 'notes', 'media', 'sign-in', 'control', 'clock'] as const;
export type AuditDoor = (typeof AUDIT_DOORS)[number];
/** `failed`: neither done nor refused; the server's own fault. */
export const AUDIT_OUTCOMES = ['done', 'refused', 'failed'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

export interface AuditLine {
  readonly door: AuditDoor;
  /** A command's type, a route's method and pattern, or an event's name, such as `participants/remove` or `POST /api/workshops/:id/links`. */
  readonly action: string;
  readonly outcome: AuditOutcome;
  /** Why it was refused. */
  readonly code?: string | undefined;
  readonly workshop?: WorkshopId | undefined;
  readonly organization?: OwningOrganizationId | undefined;
  readonly seat?: SeatId | undefined;
  readonly account?: AccountId | undefined;
  /** Whom or what it was done to: an id, or several parted by spaces. */
  readonly target?: string | undefined;
  /** The request's or the command's id, as it stands in the server's log. */
  readonly request?: string | undefined;
}

export interface AuditRecord extends AuditLine {
  readonly id: string;
  readonly at: Instant;
}

/** What doors are handed. Never waits, never throws: a door must not stand still because its log does. */
export interface Audit {
  note(line: AuditLine): void;
}

export interface AuditQuery {
  readonly workshop?: WorkshopId | undefined;
  readonly organization?: OwningOrganizationId | undefined;
  readonly seat?: SeatId | undefined;
  readonly account?: AccountId | undefined;
  readonly door?: AuditDoor | undefined;
  readonly outcome?: AuditOutcome | undefined;
  /** Actions that begin so. */
  readonly action?: string | undefined;
  /** Actions that begin in one of these ways (`within`), or in none of them. */
  readonly names?: { readonly within: boolean; readonly beginnings: readonly string[] } | undefined;
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
  /** Older than this record: the last one of the page before. */
  readonly before?: { readonly at: Instant; readonly id: string } | undefined;
  readonly limit: number;
}

export interface AuditStore {
  append(records: readonly AuditRecord[]): Promise<void>;
  /** Newest first. */
  read(query: AuditQuery): Promise<readonly AuditRecord[]>;
  /** Removes what is older; of one organization, or of everything that belongs to none and to any without a rule of its own. */
  purge(
    before: Instant,
    of: { readonly organization: OwningOrganizationId } | { readonly except: readonly OwningOrganizationId[] },
  ): Promise<number>;
}
