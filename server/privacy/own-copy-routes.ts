/** One's own copy of one workshop, for whoever holds a seat there, with or without an account. Owns the path. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { workshopId } from '../../shared/protocol/text-schemas.ts';
import type { Authorize } from '../http/authorize.ts';
import { HttpRefusal } from '../http/errors.ts';
import { archived } from './archive.ts';
import type { Copies } from './copies.ts';

export const ownCopyRoutes = async (
  instance: FastifyInstance,
  { authorize, copies }: { readonly authorize: Authorize; readonly copies: Copies },
): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/api/workshops/:id/own-data',
    { schema: { params: z.object({ id: workshopId }) } },
    async (request, reply) => {
      const { id } = request.params;
      const { seat } = await authorize.holder(request, id);
      const own = await copies.ofSeat(id, seat);
      if (!own) throw new HttpRefusal(404, 'workshop/unknown');
      return reply
        .type('application/zip')
        .header('content-disposition', 'attachment; filename="plenary-own-data.zip"')
        .header('cache-control', 'no-store')
        .send(await archived({ documents: { 'workshop.json': own.copy }, uploads: own.uploads }));
    },
  );
};
