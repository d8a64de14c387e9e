/**
 * The minutes of a workshop over HTTP, as a document in either language. Owns the route; whom to admit and where facts come from is given.
 * Reviewing and approving them are commands on the workshop's own line, not routes.
 */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import type { Document } from '../../shared/document/document.ts';
import { LANGUAGES } from '../../shared/kernel/language.ts';
import { compileMinutes } from '../../shared/minutes/compile.ts';
import type { Gap } from '../../shared/minutes/minutes.ts';
import { minutesDocument } from '../../shared/minutes/to-document.ts';
import { workshopId } from '../../shared/protocol/text-schemas.ts';
import type { Clock } from '../ports.ts';
import type { UpdateRoutesOptions } from './update-routes.ts';

export interface MinutesReply {
  readonly document: Document;
  /** What they still lack, for who completes them. */
  readonly gaps: readonly Gap[];
}

export const minutesRoutes = async (
  instance: FastifyInstance,
  { authorize, loadWorkshop, readBoard, clock }: UpdateRoutesOptions & { readonly clock: Clock },
): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/api/workshops/:id/minutes',
    {
      schema: {
        params: z.object({ id: workshopId }),
        querystring: z.strictObject({ language: z.enum(LANGUAGES).optional() }),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const standing = await authorize(request, id, 'notes.read');
      if (!standing.ok) return reply.code(standing.status).send({ error: { code: standing.code } });
      const loaded = await loadWorkshop(id);
      if (loaded === null) return reply.code(404).send({ error: { code: 'workshop/unknown' } });
      const minutes = compileMinutes(loaded.state, await readBoard(id), clock.now());
      const language = request.query.language ?? loaded.state.brief.language;
      const answer: MinutesReply = { document: minutesDocument(loaded.state, minutes, language), gaps: minutes.gaps };
      return reply.header('cache-control', 'no-store').send(answer);
    },
  );
};
