/** Joins what the house owes to those whose data it keeps with its routes. Owns the order; decides nothing. */
import type { FastifyInstance } from 'fastify';
import type { Ledger } from '../audit/ledger.ts';
import { auditRoutes } from '../http/audit-routes.ts';
import type { Authorize } from '../http/authorize.ts';
import type { Visitors } from '../http/visitors.ts';
import type { FactStore } from '../ports.ts';
import type { AccountStore } from '../ports/accounts.ts';
import type { AuditStore } from '../ports/audit.ts';

export interface PrivacyOptions {
  readonly fastify: FastifyInstance;
  readonly stores: { readonly audit: AuditStore; readonly accounts: AccountStore; readonly facts: FactStore };
  readonly ledger: Ledger;
  readonly visitors: Visitors;
  readonly authorize: Authorize;
}

export const wirePrivacy = async ({ fastify, stores, ledger, visitors, authorize }: PrivacyOptions): Promise<void> => {
  await fastify.register(auditRoutes, { ...stores, store: stores.audit, settle: ledger.settle, visitors, authorize });
};
