/** Joins what the house owes to those whose data it keeps with its routes and its nightly hour. Owns the order; decides nothing. */
import type { FastifyInstance } from 'fastify';
import type { Ledger } from '../audit/ledger.ts';
import { createNameAudit } from '../audit/names.ts';
import type { UnnamedPortraits } from '../directory/unnamed-portraits.ts';
import { auditRoutes } from '../http/audit-routes.ts';
import type { Authorize } from '../http/authorize.ts';
import type { Visitors } from '../http/visitors.ts';
import type { Instant } from '../../shared/kernel/ids.ts';
import type { Clock, FactStore, FileCabinet, Mint } from '../ports.ts';
import type { AccessStore } from '../ports/access.ts';
import type { AccountStore, AttemptStore, OneTimeStore, SessionStore, SettingsStore } from '../ports/accounts.ts';
import type { WebhookStore } from '../ports/api.ts';
import type { AuditStore } from '../ports/audit.ts';
import type { ChatStore } from '../ports/chat.ts';
import type { DirectoryStore } from '../ports/directory.ts';
import type { OutboxStore } from '../ports/mail.ts';
import type { OrganizationStore } from '../ports/organizations.ts';
import type { RetentionStore } from '../ports/retention.ts';
import type { WorkshopRegistry } from '../workshops/registry.ts';
import type { Copies } from './copies.ts';
import { createEndedWorkshops } from './ended-workshops.ts';
import { createKeeping } from './keeping.ts';
import { createNightly } from './nightly.ts';
import { createPurge, type Purged, type Removing } from './purge.ts';
import { ownCopyRoutes } from './own-copy-routes.ts';
import { retentionRoutes } from './retention-routes.ts';

export interface PrivacyOptions {
  readonly fastify: FastifyInstance;
  readonly stores: {
    readonly access: AccessStore;
    readonly accounts: AccountStore;
    readonly attempts: AttemptStore;
    readonly audit: AuditStore;
    readonly chat: ChatStore;
    readonly directory: DirectoryStore;
    readonly facts: FactStore;
    readonly oneTime: OneTimeStore;
    readonly organizations: OrganizationStore;
    readonly outbox: OutboxStore;
    readonly retention: RetentionStore;
    readonly sessions: SessionStore;
    readonly settings: SettingsStore;
    readonly webhooks: Pick<WebhookStore, 'purge'>;
  };
  readonly ledger: Ledger;
  readonly visitors: Visitors;
  readonly authorize: Authorize;
  readonly registry: WorkshopRegistry;
  readonly files: FileCabinet;
  readonly slides: { purge(before: Instant): Promise<number> };
  readonly unnamedPortraits: Pick<UnnamedPortraits, 'dropBefore'>;
  readonly copies: Copies;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly onFault: (fault: unknown) => void;
}

export interface Privacy {
  purge(): Promise<Purged>;
  close(): void;
}

export const wirePrivacy = async (options: PrivacyOptions): Promise<Privacy> => {
  const {
    fastify,
    stores,
    ledger,
    visitors,
    authorize,
    registry,
    files,
    slides,
    unnamedPortraits,
    clock,
    mint,
    onFault,
  } = options;
  const ended = createEndedWorkshops({ facts: stores.facts, registry, mint });
  const removing: Removing = {
    attempts: async (before) => (await stores.oneTime.purge(before)) + (await stores.attempts.purge(before)),
    sessions: (before) => stores.sessions.purge(before),
    letters: async (before) => (await stores.outbox.purge(before)) + (await stores.webhooks.purge(before)),
    invitations: (before) => stores.organizations.purgeInvitations(before),
    audit: (before) => stores.audit.purge(before, { except: [] }),
    // Portraits after what could be taken back, which had kept them.
    directory: async (before) =>
      (await stores.directory.forgetBefore(before)) + (await unnamedPortraits.dropBefore(before)),
    links: (before) => stores.access.purge(before),
    attendance: (before) => ended.forget('attendance', before),
    words: (before) => ended.forget('words', before),
    chat: (before) => stores.chat.purge(before),
    uploads: async (before) =>
      (await files.purge(before)) + (await slides.purge(before)) + (await unnamedPortraits.dropBefore(before)),
  };
  const keeping = createKeeping(stores.retention, stores.settings);
  const purge = createPurge({ keeping, removing, wipe: stores.retention.wipe, clock, audit: ledger, onFault });
  const nightly = createNightly({ keeping, purge, clock, onFault });

  const name = createNameAudit({
    ...stores,
    stateOf: async (workshop) => (await registry.find(workshop))?.room.state ?? null,
  });
  await fastify.register(auditRoutes, { store: stores.audit, settle: ledger.settle, name, visitors, authorize });
  await fastify.register(ownCopyRoutes, { authorize, copies: options.copies });
  await fastify.register(retentionRoutes, { keeping, nightly, purge, visitors, clock });
  await nightly.wind();
  return { purge, close: nightly.close };
};
