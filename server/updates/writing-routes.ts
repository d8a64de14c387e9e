/** A workshop's draft, its minutes and both as files, wired to the HTTP server. Owns the order; what they need of the world is given. */
import type { FastifyInstance } from 'fastify';
import { id, type FileId } from '../../shared/kernel/ids.ts';
import { jpegOf } from '../files/jpeg.ts';
import type { Clock, FileCabinet } from '../ports.ts';
import type { MinutesVersionStore } from '../ports/minutes.ts';
import { workshopDocuments } from './documents/workshop-documents.ts';
import type { PrintPdf } from './documents/print.ts';
import type { ReadDraftArticles } from './drafting/as-article.ts';
import { minutesVersionRoutes } from './minutes/version-routes.ts';
import { minutesRoutes } from './minutes-routes.ts';
import { updateRoutes, type UpdateRoutesOptions } from './update-routes.ts';

export const writingRoutes = async (
  fastify: FastifyInstance,
  options: UpdateRoutesOptions & {
    readonly clock: Clock;
    readonly cabinet: Pick<FileCabinet, 'open'>;
    readonly articles: Pick<ReadDraftArticles, 'read'>;
    readonly print: PrintPdf;
    readonly versions: Pick<MinutesVersionStore, 'of'>;
  },
): Promise<void> => {
  const { cabinet } = options;
  await fastify.register(updateRoutes, options);
  await fastify.register(minutesRoutes, options);
  await fastify.register(minutesVersionRoutes, options);
  await fastify.register(workshopDocuments, {
    ...options,
    async openPicture(workshop, file) {
      const found = await cabinet.open(workshop, id<FileId>(file));
      return found && jpegOf(found.path);
    },
  });
};
