/** The board's history over HTTP, for those who may write on the board: what was taken out of it is nobody else's to read. Owns the routes. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { instant } from '../../shared/kernel/ids.ts';
import { workshopId } from '../../shared/protocol/text-schemas.ts';
import type { BoardHistory } from '../ports/board-history.ts';
import type { Authorize } from './authorize.ts';
import { errorReply } from './errors.ts';

const refusals = { '4xx': errorReply, '5xx': errorReply };

const versions = z.object({
  versions: z
    .array(z.object({ fragment: z.string(), at: z.number(), seats: z.array(z.string()) }).readonly())
    .readonly(),
});
const sections = z.object({
  sections: z.record(z.string(), z.object({ at: z.number(), section: z.unknown() })),
});

export const boardHistoryRoutes = async (
  instance: FastifyInstance,
  { authorize, history }: { readonly authorize: Authorize; readonly history: BoardHistory },
): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/api/workshops/:id/board/history',
    { schema: { params: z.object({ id: workshopId }), response: { 200: versions, ...refusals } } },
    async (request, reply) => {
      const { id } = request.params;
      await authorize.seat(request, id, 'notes.write');
      const list = (await history.list(id)).map(({ seats, ...version }) => ({ ...version, seats: [...seats] }));
      return reply.header('cache-control', 'no-store').send({ versions: list });
    },
  );
  app.get(
    '/api/workshops/:id/board/history/:at',
    {
      schema: {
        params: z.object({ id: workshopId, at: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) }),
        response: { 200: sections, ...refusals },
      },
    },
    async (request, reply) => {
      const { id, at } = request.params;
      await authorize.seat(request, id, 'notes.write');
      return reply.header('cache-control', 'no-store').send({ sections: await history.asOf(id, instant(at)) });
    },
  );
};
