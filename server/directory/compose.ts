/** Joins the directory's parts and puts its routes in place; what app.ts calls. */
import type { FastifyInstance } from 'fastify';
import type { Authorize } from '../http/authorize.ts';
import type { HttpLimits } from '../http/limits.ts';
import type { Visitors } from '../http/visitors.ts';
import type { Clock, FactStore, Mint } from '../ports.ts';
import type { AccessStore } from '../ports/access.ts';
import type { DirectoryStore, Portraits } from '../ports/directory.ts';
import { createImporting } from './importing.ts';
import { createKeeping } from './keeping.ts';
import { ownEntryRoutes } from './own-entry-routes.ts';
import { portraitRoutes } from './portrait-routes.ts';
import { directoryRoutes } from './routes.ts';
import { suggestionRoutes } from './suggestion-routes.ts';
import { tableRoutes } from './table-routes.ts';
import { createUnnamedPortraits, type UnnamedPortraits } from './unnamed-portraits.ts';

export const wireDirectory = async (ports: {
  readonly fastify: FastifyInstance;
  readonly stores: { readonly directory: DirectoryStore; readonly access: AccessStore; readonly facts: FactStore };
  readonly portraits: Portraits;
  readonly visitors: Visitors;
  readonly authorize: Authorize;
  readonly limits: HttpLimits;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly onFault: (fault: unknown) => void;
}): Promise<UnnamedPortraits> => {
  const { fastify, stores, portraits, visitors, authorize, limits, clock, mint, onFault } = ports;
  const { directory: store, access, facts } = stores;
  const keeping = createKeeping(store, clock, mint);
  const unnamed = createUnnamedPortraits(store, portraits);
  await fastify.register(directoryRoutes, { store, keeping, unnamed, visitors, clock, mint });
  await fastify.register(portraitRoutes, { store, portraits, visitors, authorize, limits });
  await fastify.register(suggestionRoutes, { store, keeping, facts, visitors, mint });
  await fastify.register(ownEntryRoutes, { store, access, authorize, clock, mint, limits });
  const importing = createImporting({ store, clock, mint, onFault });
  await fastify.register(tableRoutes, { store, importing, visitors });
  return unnamed;
};
