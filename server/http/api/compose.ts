/** Joins what programs need with its routes: tokens, webhooks, commands over HTTP, the reference. Owns the order of starting and ending. */
import type { FastifyInstance } from 'fastify';
import { createCarrier } from '../../api/carrier.ts';
import { createCourier } from '../../api/courier.ts';
import { createHappenings, type Happenings } from '../../api/happenings.ts';
import type { Tokens } from '../../api/tokens.ts';
import type { ChatKeeper } from '../../chat/keeper.ts';
import type { Clock, Mint } from '../../ports.ts';
import type { WebhookStore } from '../../ports/api.ts';
import type { OrganizationStore } from '../../ports/organizations.ts';
import type { Authorize } from '../authorize.ts';
import type { HttpLimits } from '../limits.ts';
import type { Visitors } from '../visitors.ts';
import { commandRoutes } from './command-routes.ts';
import { referenceRoutes } from './reference.ts';
import { tokenRoutes } from './token-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';

export interface Telling extends Happenings {
  readonly wake: () => void;
  readonly idle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Before the rooms open, since it listens to them. */
export const openTelling = (deps: {
  readonly stores: { readonly webhooks: WebhookStore; readonly organizations: Pick<OrganizationStore, 'ownerOf'> };
  readonly clock: Clock;
  readonly version: string;
  readonly mayBePrivate: boolean;
  readonly onFault: (fault: unknown) => void;
}): Telling => {
  const { clock, onFault } = deps;
  const { webhooks: store, organizations } = deps.stores;
  const carry = createCarrier(`Plenary/${deps.version}`, deps.mayBePrivate);
  const courier = createCourier({ store, carry, clock, onFault });
  const happenings = createHappenings({
    store,
    ownerOf: async (workshop) => (await organizations.ownerOf(workshop))?.organization ?? null,
    clock,
    onFault,
    wake: courier.wake,
  });
  courier.wake();
  return {
    ...happenings,
    wake: courier.wake,
    async idle() {
      await happenings.settled();
      await courier.idle();
    },
    async close() {
      await happenings.settled();
      await courier.close();
    },
  };
};

export const wireApi = async (deps: {
  readonly fastify: FastifyInstance;
  readonly stores: { readonly webhooks: WebhookStore };
  readonly accounts: { readonly tokens: Tokens; readonly visitors: Visitors };
  readonly telling: Telling;
  readonly authorize: Authorize;
  readonly chat: ChatKeeper;
  readonly limits: HttpLimits;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly mayBePrivate: boolean;
}): Promise<void> => {
  const { fastify, clock, mint, authorize, chat, limits, mayBePrivate, telling } = deps;
  const { tokens, visitors } = deps.accounts;
  await fastify.register(tokenRoutes, { tokens, visitors, clock });
  await fastify.register(webhookRoutes, {
    store: deps.stores.webhooks,
    visitors,
    clock,
    mint,
    mayBePrivate,
    wake: telling.wake,
  });
  await fastify.register(commandRoutes, { authorize, chat, limits });
  await fastify.register(referenceRoutes);
};
