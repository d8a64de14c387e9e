/** Ports of programs that speak for an organization: their tokens, the webhooks that tell them, and each telling's fate. */
import type { AccountId, Instant, OwningOrganizationId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { DeliveryState, HappeningKind, TokenScope } from '../../shared/organization/scopes.ts';

export interface TokenRecord {
  readonly id: string;
  readonly organization: OwningOrganizationId;
  /** For whom it speaks: it may nothing that this member may not. */
  readonly account: AccountId;
  readonly name: string;
  readonly tokenHash: string;
  readonly scopes: readonly TokenScope[];
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  readonly usedAt: Instant | null;
}

export interface TokenStore {
  add(token: TokenRecord): Promise<void>;
  find(tokenHash: string): Promise<TokenRecord | null>;
  list(organization: OwningOrganizationId): Promise<readonly TokenRecord[]>;
  touch(token: string, at: Instant): Promise<void>;
  /** False: the organization has no such token. */
  remove(organization: OwningOrganizationId, token: string): Promise<boolean>;
}

export interface WebhookRecord {
  readonly id: string;
  readonly organization: OwningOrganizationId;
  readonly url: string;
  /** Kept readable, since every telling is signed with it. */
  readonly secret: string;
  readonly hears: readonly HappeningKind[];
  readonly createdAt: Instant;
}

export interface DeliveryRecord {
  readonly id: string;
  readonly webhook: string;
  /** Of what happened; the same at each try and each replay, so that the receiver can tell a repetition. */
  readonly happening: string;
  readonly kind: HappeningKind;
  /** JSON, exactly as sent. */
  readonly body: string;
  readonly createdAt: Instant;
  readonly state: DeliveryState;
  readonly tried: number;
  readonly nextAt: Instant;
  readonly deliveredAt: Instant | null;
  /** The last answer's status, or what went wrong, in few words. */
  readonly answer: string | null;
}

export interface DueDelivery extends DeliveryRecord {
  readonly url: string;
  readonly secret: string;
}

export interface Happening {
  readonly id: string;
  readonly kind: HappeningKind;
  readonly at: Instant;
  readonly body: string;
}

export interface WebhookStore {
  add(webhook: WebhookRecord): Promise<void>;
  list(organization: OwningOrganizationId): Promise<readonly WebhookRecord[]>;
  /** With its deliveries; false: the organization has no such webhook. */
  remove(organization: OwningOrganizationId, webhook: string): Promise<boolean>;
  /**
   * One delivery for each webhook of the organization that hears of this and was there when it happened; once for each, however often it is
   * told. Answers how many are new.
   */
  tell(organization: OwningOrganizationId, happenings: readonly Happening[], now: Instant): Promise<number>;
  /** The newest first, 100 at most. */
  deliveries(organization: OwningOrganizationId, webhook: string): Promise<readonly DeliveryRecord[]>;
  /** Waiting again, whatever became of it; false: the organization has no such delivery, or it is being sent. */
  replay(organization: OwningOrganizationId, delivery: string, now: Instant): Promise<boolean>;
  /** Takes one that is due and marks it as being sent; of two that ask at once, one gets it. */
  claim(now: Instant): Promise<DueDelivery | null>;
  nextDue(): Promise<Instant | null>;
  mark(
    delivery: string,
    fate: Pick<DeliveryRecord, 'state' | 'tried' | 'nextAt' | 'deliveredAt' | 'answer'>,
  ): Promise<void>;
  /** What a process was sending when it died waits again: told twice is better than not at all. */
  wakeInterrupted(now: Instant): Promise<number>;
  /** How far a workshop's log has been told; 0: not at all. */
  toldUpTo(workshop: WorkshopId): Promise<number>;
  setToldUpTo(workshop: WorkshopId, seq: number): Promise<void>;
  /** Removes what was delivered or given up before this instant. Answers how many. */
  purge(before: Instant): Promise<number>;
}
