/** Working copies as logs, house styles by organization, and approvals: links and answers. */
import type { Milliseconds } from './columns.ts';

interface DraftEntriesTable {
  workshop: string;
  seq: number;
  at: Milliseconds;
  /** The entry as JSON. */
  body: string;
}

interface OrganizationStylesTable {
  organization: string;
  style: string;
}

export interface ApprovalLinksTable {
  id: string;
  workshop: string;
  person: string;
  secret_hash: string;
  language: string;
  mail: string | null;
  created_at: Milliseconds;
  expires_at: Milliseconds;
  revoked_at: Milliseconds | null;
  opened_at: Milliseconds | null;
}

export interface ApprovalAnswersTable {
  id: string;
  workshop: string;
  person: string;
  link: string;
  kind: string;
  hash: string;
  answer: string;
  suggestion: string | null;
  at: Milliseconds;
  /** Answers of one millisecond keep their order. */
  nth: number;
}

export interface DraftsTables {
  draft_entries: DraftEntriesTable;
  organization_styles: OrganizationStylesTable;
  approval_links: ApprovalLinksTable;
  approval_answers: ApprovalAnswersTable;
}
