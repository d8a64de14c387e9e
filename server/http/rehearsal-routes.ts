/**
 * Routes of rehearsals: whoever holds a link or a seat of a workshop tries their set-up against the real media plane. Owns paths and schemas;
 * the name of a rehearsal is a secret of its own, known to who opened it.
 */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { mediaRequest } from '../../shared/protocol/media-schemas.ts';
import { REHEARSAL_ENDS } from '../../shared/protocol/rehearsal-messages.ts';
import { workshopId } from '../../shared/protocol/text-schemas.ts';
import type { Links } from '../accounts/links.ts';
import type { Rehearsals } from '../ports/rehearsals.ts';
import type { Authorize } from './authorize.ts';
import { Fault } from '../faults.ts';
import { errorReply, HttpRefusal } from './errors.ts';
import { atMost, type HttpLimits } from './limits.ts';

export interface RehearsalRoutesOptions {
  readonly links: Links;
  readonly authorize: Authorize;
  readonly rehearsals: Rehearsals;
  readonly limits: HttpLimits;
}

const params = z.object({ id: workshopId });
const errors = { '4xx': errorReply, '5xx': errorReply };

export const rehearsalRoutes = async (instance: FastifyInstance, options: RehearsalRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { links, authorize, rehearsals, limits } = options;

  app.post(
    '/api/workshops/:id/rehearsals',
    {
      config: atMost(limits.entering),
      schema: {
        params,
        body: z.strictObject({}),
        response: { 201: z.object({ rehearsal: z.string() }), ...errors },
      },
    },
    async (request, reply) => {
      const given = request.headers['x-plenary-link'];
      if (typeof given === 'string') {
        const found = await links.find(request.params.id, given);
        if (!found.ok) throw new HttpRefusal(403, found.code);
      } else await authorize.holder(request, request.params.id);
      const rehearsal = await rehearsals.open().catch((reason: unknown) => {
        // No media here, or none just now: the health page tells it, and it is no fault of this request.
        if (reason instanceof Fault && reason.code === 'media/noWorker') throw new HttpRefusal(409, 'http/unavailable');
        throw reason;
      });
      if (rehearsal === null) throw new HttpRefusal(503, 'rehearsal/full');
      return reply.code(201).send({ rehearsal });
    },
  );

  app.post(
    '/api/rehearsals/:rehearsal',
    {
      schema: {
        params: z.object({ rehearsal: z.string().max(100) }),
        body: z.strictObject({ end: z.enum(REHEARSAL_ENDS), request: z.record(z.string(), z.unknown()) }),
        response: { 200: z.object({ reply: z.record(z.string(), z.unknown()) }), ...errors },
      },
    },
    async (request) => {
      const read = mediaRequest.safeParse(request.body.request);
      if (!read.success) throw new HttpRefusal(400, 'http/invalid');
      const { method, ...ask } = read.data;
      const answer = await rehearsals.request(request.params.rehearsal, request.body.end, method, ask);
      if (answer === null) throw new HttpRefusal(404, 'rehearsal/over');
      return { reply: { ...answer } };
    },
  );
};
