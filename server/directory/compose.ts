/** Joins the directory's parts and puts its routes in place; what app.ts calls. */
import type { FastifyInstance } from 'fastify';
import type { Visitors } from '../http/visitors.ts';
import type { Clock, Mint } from '../ports.ts';
import type { DirectoryStore } from '../ports/directory.ts';
import { createImporting } from './importing.ts';
import { createKeeping } from './keeping.ts';
import { directoryRoutes } from './routes.ts';
import { tableRoutes } from './table-routes.ts';

export const wireDirectory = async (ports: {
  readonly fastify: FastifyInstance;
  readonly store: DirectoryStore;
  readonly visitors: Visitors;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly onFault: (fault: unknown) => void;
}): Promise<void> => {
  const { fastify, store, visitors, clock, mint, onFault } = ports;
  const keeping = createKeeping(store, clock, mint);
  await fastify.register(directoryRoutes, { store, keeping, visitors, clock, mint });
  const importing = createImporting({ store, clock, mint, onFault });
  await fastify.register(tableRoutes, { store, importing, visitors });
};
