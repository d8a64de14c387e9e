/** Joins program updates: publisher, public pages, editors' routes. Owns the order; what they need of the world is given. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OwningOrganizationId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { Visitors } from '../http/visitors.ts';
import type { Clock, Mint } from '../ports.ts';
import type { MayPublish, PictureShelf, PublicationStore } from '../ports/updates.ts';
import { besideArticle } from './documents/beside.ts';
import type { Site } from './pages/addresses.ts';
import { latestRoutes } from './pages/latest-routes.ts';
import { publicRoutes } from './pages/public-routes.ts';
import { editorRoutes } from './publishing/editor-routes.ts';
import { createFromWorkshop, type WorkshopMaterial } from './publishing/from-workshop.ts';
import type { UpdateRoutesOptions } from './update-routes.ts';
import { createPublisher, type Publisher } from './publishing/publisher.ts';

export interface UpdatesOptions {
  readonly fastify: FastifyInstance;
  readonly store: PublicationStore;
  readonly shelf: PictureShelf;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly visitors: Pick<Visitors, 'signedIn' | 'member' | 'administrator'>;
  readonly reading: Pick<UpdateRoutesOptions, 'loadWorkshop' | 'readBoard'>;
  readonly ownerOf: (workshop: WorkshopId) => Promise<OwningOrganizationId | null>;
  /** The origin of addresses in pages, as configured or as a request named it. */
  readonly baseOf: (request: FastifyRequest) => string;
  readonly mayPublish: readonly MayPublish[];
  readonly onFault: (fault: unknown) => void;
}

export interface Updates {
  readonly publisher: Publisher;
  readonly shelf: PictureShelf;
}

export const wireUpdates = async (options: UpdatesOptions): Promise<Updates> => {
  const { fastify, store, shelf, clock, mint, visitors, reading, ownerOf, baseOf, mayPublish, onFault } = options;
  const loadMaterial = async (workshop: WorkshopId): Promise<WorkshopMaterial | null> => {
    const loaded = await reading.loadWorkshop(workshop);
    return loaded && { ...loaded, board: await reading.readBoard(workshop) };
  };
  const publisher = createPublisher({ store, clock, mayPublish, onFault });
  const siteOf = (request: FastifyRequest): Site => ({ base: baseOf(request) });
  await fastify.register(publicRoutes, { store, shelf, siteOf, wechatScript: null, beside: besideArticle(shelf) });
  await fastify.register(latestRoutes, { store });
  const fromWorkshop = createFromWorkshop({ shelf, clock, mint });
  await fastify.register(editorRoutes, { visitors, store, publisher, fromWorkshop, loadMaterial, ownerOf });
  await publisher.start();
  return { publisher, shelf };
};
