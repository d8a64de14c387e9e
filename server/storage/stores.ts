/** All stores over one database; what app.ts asks for. */
import { sql } from 'kysely';
import type { FactStore, FileRecords, ProseStore } from '../ports.ts';
import type { AccessStore } from '../ports/access.ts';
import type {
  AccountStore,
  AttemptStore,
  CredentialStore,
  OneTimeStore,
  SessionStore,
  SettingsStore,
} from '../ports/accounts.ts';
import type { TokenStore, WebhookStore } from '../ports/api.ts';
import type { AuditStore } from '../ports/audit.ts';
import type { BoardHistoryStore } from '../ports/board-history.ts';
import type { ChatStore } from '../ports/chat.ts';
import type { DirectoryStore } from '../ports/directory.ts';
import type { ApprovalStore, DraftStore } from '../ports/drafts.ts';
import type { InvitationStore } from '../ports/invitations.ts';
import type { MinutesVersionStore } from '../ports/minutes.ts';
import type { OutboxStore } from '../ports/mail.ts';
import type { OrganizationStore } from '../ports/organizations.ts';
import type { PlanningStore } from '../ports/planning.ts';
import type { PictureRecords, PublicationSources, PublicationStore } from '../ports/updates.ts';
import type { RetentionStore } from '../ports/retention.ts';
import type { OwnSeatStore } from '../ports/own-seats.ts';
import { createAccessStore } from './access-store.ts';
import { createAccountStore } from './account-store.ts';
import { createApprovalStore } from './approval-store.ts';
import { onlyFaults } from './as-fault.ts';
import { createAuditStore } from './audit-store.ts';
import { createBoardHistoryStore } from './board-history-store.ts';
import { createChatStore } from './chat-store.ts';
import { createCommitGroup } from './commit-group.ts';
import { openDatabase } from './database.ts';
import { createAttemptStore, createCredentialStore } from './credential-store.ts';
import { createDirectoryStore } from './directory-store.ts';
import { createDraftStore } from './draft-store.ts';
import { createMinutesVersionStore } from './minutes-store.ts';
import { createFactStore } from './fact-store.ts';
import { createFileRecords } from './file-records.ts';
import { createInvitationStore } from './invitation-store.ts';
import { createOrganizationStore } from './organization-store.ts';
import { createOutboxStore } from './outbox-store.ts';
import { createPictureRecords } from './picture-records.ts';
import { createOwnSeatStore } from './own-seat-store.ts';
import { createPlanningStore } from './planning-store.ts';
import { createProseStore } from './prose-store.ts';
import { createPublicationSources } from './publication-sources.ts';
import { createPublicationStore } from './publication-store.ts';
import { createOneTimeStore, createSessionStore } from './session-store.ts';
import { createRetentionStore } from './retention-store.ts';
import { createSettingsStore } from './settings-store.ts';
import { createTokenStore } from './token-store.ts';
import { createWebhookStore } from './webhook-store.ts';

export interface Stores {
  readonly facts: FactStore;
  readonly access: AccessStore;
  readonly prose: ProseStore;
  readonly boardHistory: BoardHistoryStore;
  readonly fileRecords: FileRecords;
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly oneTime: OneTimeStore;
  readonly credentials: CredentialStore;
  readonly attempts: AttemptStore;
  readonly settings: SettingsStore;
  readonly organizations: OrganizationStore;
  readonly outbox: OutboxStore;
  readonly invitations: InvitationStore;
  readonly ownSeats: OwnSeatStore;
  readonly audit: AuditStore;
  readonly publications: PublicationStore;
  readonly publicationSources: PublicationSources;
  readonly directory: DirectoryStore;
  readonly chat: ChatStore;
  readonly pictures: PictureRecords;
  readonly retention: RetentionStore;
  readonly drafts: DraftStore;
  readonly minutesVersions: MinutesVersionStore;
  readonly approvals: ApprovalStore;
  readonly tokens: TokenStore;
  readonly webhooks: WebhookStore;
  /** Writes the embedded database as of now into a new file; false: it is PostgreSQL. */
  copyDatabase(file: string): Promise<boolean>;
  readonly planning: PlanningStore;
  close(): Promise<void>;
}

export const openStores = async (where: {
  readonly folder: string;
  readonly url?: string | undefined;
}): Promise<Stores> => {
  const db = await openDatabase(where);
  const commits = createCommitGroup(db);
  const engine = where.url === undefined ? 'sqlite' : 'postgres';
  return {
    facts: onlyFaults(createFactStore(db, commits)),
    access: onlyFaults(createAccessStore(db, commits)),
    prose: onlyFaults(createProseStore(db, commits)),
    boardHistory: onlyFaults(createBoardHistoryStore(db, commits)),
    fileRecords: onlyFaults(createFileRecords(db, commits, engine)),
    accounts: onlyFaults(createAccountStore(db, commits)),
    sessions: onlyFaults(createSessionStore(db, commits)),
    oneTime: onlyFaults(createOneTimeStore(db, commits)),
    credentials: onlyFaults(createCredentialStore(db, commits)),
    attempts: onlyFaults(createAttemptStore(commits)),
    settings: onlyFaults(createSettingsStore(db, commits)),
    organizations: onlyFaults(createOrganizationStore(db, commits)),
    outbox: onlyFaults(createOutboxStore(db, commits, engine)),
    invitations: onlyFaults(createInvitationStore(db, commits)),
    ownSeats: onlyFaults(createOwnSeatStore(db, commits)),
    retention: onlyFaults(createRetentionStore(db, commits, engine)),
    audit: onlyFaults(createAuditStore(db, commits)),
    publications: onlyFaults(createPublicationStore(db, commits, engine)),
    publicationSources: onlyFaults(createPublicationSources(db, commits)),
    directory: onlyFaults(createDirectoryStore(db, commits, engine)),
    chat: onlyFaults(createChatStore(db, commits)),
    pictures: onlyFaults(createPictureRecords(db, commits)),
    drafts: onlyFaults(createDraftStore(db, commits)),
    approvals: onlyFaults(createApprovalStore(db, commits)),
    tokens: onlyFaults(createTokenStore(db, commits)),
    webhooks: onlyFaults(createWebhookStore(db, commits)),
    minutesVersions: onlyFaults(createMinutesVersionStore(db, commits)),
    async copyDatabase(file) {
      if (engine !== 'sqlite') return false;
      await sql`VACUUM INTO ${file}`.execute(db);
      return true;
    },
    planning: onlyFaults(createPlanningStore(db, commits)),
    close: () => db.destroy(),
  };
};
