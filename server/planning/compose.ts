/** Joins organizing with its routes. Owns the order; decides nothing. */
import type { FastifyInstance } from 'fastify';
import type { Door } from '../accounts/door.ts';
import type { OwnerFor } from '../http/accounts/owner.ts';
import type { BrowserCookie } from '../http/browser-cookie.ts';
import type { HttpLimits } from '../http/limits.ts';
import type { Visitors } from '../http/visitors.ts';
import type { Clock, FileCabinet, Mint } from '../ports.ts';
import type { OrganizationStore } from '../ports/organizations.ts';
import type { PlanningStore } from '../ports/planning.ts';
import type { RetentionStore } from '../ports/retention.ts';
import type { Founder } from '../workshops/founding.ts';
import type { WorkshopRegistry } from '../workshops/registry.ts';
import { draftRoutes } from './draft-routes.ts';
import { createDrafts } from './drafts.ts';
import { listRoutes } from './list-routes.ts';
import { createOwned } from './owned.ts';
import { removalRoutes } from './removal-routes.ts';
import { templateRoutes } from './template-routes.ts';

export interface PlanningOptions {
  readonly fastify: FastifyInstance;
  readonly stores: {
    readonly planning: PlanningStore;
    readonly organizations: OrganizationStore;
    readonly retention: RetentionStore;
  };
  readonly visitors: Visitors;
  readonly ownerFor: OwnerFor;
  readonly founder: Founder;
  readonly registry: WorkshopRegistry;
  readonly door: Door;
  readonly files: FileCabinet;
  readonly browserCookie: BrowserCookie;
  readonly limits: HttpLimits;
  readonly clock: Clock;
  readonly mint: Mint;
}

export const wirePlanning = async (options: PlanningOptions): Promise<void> => {
  const { fastify, stores, visitors, registry, founder, clock, mint } = options;
  const owned = createOwned(visitors, stores.organizations, registry);
  const parts = { ...options, owned, store: stores.planning };
  await fastify.register(listRoutes, parts);
  await fastify.register(draftRoutes, {
    ...parts,
    drafts: createDrafts(founder, clock, mint),
  });
  await fastify.register(templateRoutes, parts);
  await fastify.register(removalRoutes, { ...parts, wipe: stores.retention.wipe });
};
