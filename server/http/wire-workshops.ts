/** Joins the routes of workshops: their doors, founding, importing, files, records, and organizing. Owns the order; answers how others make links. */
import demo from '../demo/first-online-workshop.json' with { type: 'json' };
import type { ChatKeeper } from '../chat/keeper.ts';
import type { FileCabinet } from '../ports.ts';
import type { BoardHistory } from '../ports/board-history.ts';
import { wirePlanning, type PlanningOptions } from '../planning/compose.ts';
import { fileRoutes } from './file-routes.ts';
import { importRoutes } from './import-routes.ts';
import { recordRoutes } from './record-routes.ts';
import { wireDoors, type Doors, type DoorsOptions } from './wire-doors.ts';
import { workshopRoutes, type WorkshopRoutesOptions } from './workshop-routes.ts';

interface WorkshopsOptions
  extends
    DoorsOptions,
    Pick<WorkshopRoutesOptions, 'founder' | 'importWorkshop' | 'ownerFor'>,
    Pick<PlanningOptions, 'stores' | 'visitors'> {
  readonly files: FileCabinet;
  readonly chat: ChatKeeper;
  readonly history: BoardHistory;
}

export const wireWorkshops = async (options: WorkshopsOptions): Promise<Doors['linkAt']> => {
  const { fastify } = options;
  const { browserCookie, issueLink, linkAt } = await wireDoors(options);
  await fastify.register(workshopRoutes, {
    ...options,
    issueLink,
    browserCookie,
    readDemo: () => Promise.resolve(JSON.stringify(demo)),
  });
  await fastify.register(importRoutes, { ...options, issueLink });
  await fastify.register(fileRoutes, options);
  await fastify.register(recordRoutes, options);
  await wirePlanning({ ...options, browserCookie });
  return linkAt;
};
