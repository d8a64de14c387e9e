/** The chat over HTTP: the words of what a seat sees, and the organizers' copy. Owns the routes; who sees what is shared/workshop. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { instant } from '../../shared/kernel/ids.ts';
import { LANGUAGES } from '../../shared/kernel/language.ts';
import { workshopId } from '../../shared/protocol/text-schemas.ts';
import { chatRows } from '../../shared/records/chat.ts';
import { toCsv } from '../../shared/records/csv.ts';
import type { ChatKeeper } from '../chat/keeper.ts';
import type { Authorize } from './authorize.ts';
import { errorReply } from './errors.ts';

const params = z.object({ id: workshopId });
const refusals = { '4xx': errorReply, '5xx': errorReply };

export const chatRoutes = async (
  instance: FastifyInstance,
  { authorize, chat }: { readonly authorize: Authorize; readonly chat: ChatKeeper },
): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/api/workshops/:id/chat',
    {
      schema: {
        params,
        querystring: z.object({ since: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional() }),
        response: { 200: z.object({ words: z.record(z.string(), z.string()) }), ...refusals },
      },
    },
    async (request, reply) => {
      const { room, seat } = await authorize.seat(request, request.params.id, 'chat.read');
      const words = await chat.wordsFor(room, seat, instant(request.query.since ?? 0));
      return reply.header('cache-control', 'no-store').send({ words });
    },
  );
  app.get(
    '/api/workshops/:id/records/chat',
    {
      schema: {
        params,
        querystring: z.object({ language: z.enum(LANGUAGES).optional() }),
        response: { 200: z.string(), ...refusals },
      },
    },
    async (request, reply) => {
      const { room } = await authorize.seat(request, request.params.id, 'workshop.export');
      const words = await chat.wordsToAll(room);
      const rows = chatRows(room.state, words, request.query.language ?? room.state.brief.language);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="chat.csv"')
        .header('cache-control', 'no-store')
        .send(toCsv(rows));
    },
  );
};
