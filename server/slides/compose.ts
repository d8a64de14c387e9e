/** Joins slides with their routes and with the nightly hour. Owns the order; decides nothing. */
import type { FastifyInstance } from 'fastify';
import type { Instant } from '../../shared/kernel/ids.ts';
import type { WorkshopRegistry } from '../workshops/registry.ts';
import { slideRoutes, type SlideRoutesOptions } from './slide-routes.ts';

export const wireSlides = async (
  options: SlideRoutesOptions & {
    readonly fastify: FastifyInstance;
    readonly registry: Pick<WorkshopRegistry, 'find'>;
  },
): Promise<{ purge(before: Instant): Promise<number> }> => {
  const { fastify, registry, shelf } = options;
  await fastify.register(slideRoutes, options);
  return {
    purge: (before) =>
      shelf.purge(before, async (workshop, deck) => {
        const running = await registry.find(workshop);
        return running !== null && Object.values(running.room.state.slides.decks).some(({ id }) => id === deck);
      }),
  };
};
