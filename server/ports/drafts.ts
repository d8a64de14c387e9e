/**
 * Ports of drafting: where the log of a working copy is kept, which house style an organization has chosen, whom approvals were asked from and
 * what they answered. Owns the shapes only.
 */
import type { DraftEntry } from '../../shared/drafting/commands.ts';
import type { SubjectKind } from '../../shared/drafting/voices.ts';
import type { Instant, OwningOrganizationId, PersonId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { Language } from '../../shared/kernel/language.ts';

export interface DraftStore {
  /** All entries by seq; none when nobody has begun. */
  load(workshop: WorkshopId): Promise<readonly DraftEntry[]>;
  /** Durable on resolve. A `seq` already there is a Fault ('store/conflict'). */
  append(workshop: WorkshopId, entry: DraftEntry): Promise<void>;
  /** The key of the organization's house style; null: none was chosen. */
  styleOf(organization: OwningOrganizationId): Promise<string | null>;
  chooseStyle(organization: OwningOrganizationId, style: string): Promise<void>;
}

/** A personal link on which somebody agrees to words and portraits. */
export interface ApprovalLink {
  readonly id: string;
  readonly workshop: WorkshopId;
  readonly person: PersonId;
  readonly secretHash: string;
  readonly language: Language;
  /** Where it was mailed; null: it was handed on otherwise. */
  readonly mail: string | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
  readonly openedAt: Instant | null;
}

export const APPROVAL_ANSWERS = ['approved', 'changed', 'refused'] as const;
export type ApprovalWord = (typeof APPROVAL_ANSWERS)[number];

export interface ApprovalAnswer {
  readonly id: string;
  readonly workshop: WorkshopId;
  readonly person: PersonId;
  readonly link: string;
  readonly kind: SubjectKind;
  /** Of exactly what was shown. */
  readonly hash: string;
  readonly answer: ApprovalWord;
  /** How it should read instead. */
  readonly suggestion: string | null;
  readonly at: Instant;
}

export interface ApprovalStore {
  /** Writes a link and withdraws the person's earlier ones of this workshop, in one transaction. */
  issue(link: ApprovalLink): Promise<void>;
  findLink(secretHash: string): Promise<ApprovalLink | null>;
  /** The newest first. */
  links(workshop: WorkshopId): Promise<readonly ApprovalLink[]>;
  /** Withdraws the person's links; false: there was none to withdraw. */
  revoke(workshop: WorkshopId, person: PersonId, at: Instant): Promise<boolean>;
  /** The first opening is kept. */
  opened(id: string, at: Instant): Promise<void>;
  answer(answer: ApprovalAnswer): Promise<void>;
  /** In the order in which they were given. */
  answers(workshop: WorkshopId): Promise<readonly ApprovalAnswer[]>;
}
