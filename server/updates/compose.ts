/** Joins program updates: publisher, public pages, editors' routes. Owns the order; what they need of the world is given. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../ports.ts';
import type { MayPublish, PictureShelf, PublicationStore } from '../ports/updates.ts';
import { besideArticle } from './documents/beside.ts';
import type { Site } from './pages/addresses.ts';
import { publicRoutes } from './pages/public-routes.ts';
import { createPublisher, type Publisher } from './publishing/publisher.ts';

export interface UpdatesOptions {
  readonly fastify: FastifyInstance;
  readonly store: PublicationStore;
  readonly shelf: PictureShelf;
  readonly clock: Clock;
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
  const { fastify, store, shelf, clock, baseOf, mayPublish, onFault } = options;
  const publisher = createPublisher({ store, clock, mayPublish, onFault });
  const siteOf = (request: FastifyRequest): Site => ({ base: baseOf(request) });
  await fastify.register(publicRoutes, { store, shelf, siteOf, wechatScript: null, beside: besideArticle(shelf) });
  await publisher.start();
  return { publisher, shelf };
};
