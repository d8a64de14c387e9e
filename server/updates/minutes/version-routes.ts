/** The versions of a workshop's minutes over HTTP, as documents in either language. Owns the route; whom to admit and where facts come from is given. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import type { Document } from '../../../shared/document/document.ts';
import { LANGUAGES } from '../../../shared/kernel/language.ts';
import { compileMinutes } from '../../../shared/minutes/compile.ts';
import { minutesDocument } from '../../../shared/minutes/to-document.ts';
import { workshopId } from '../../../shared/protocol/text-schemas.ts';
import { replay } from '../../../shared/workshop/decider.ts';
import { HttpRefusal } from '../../http/errors.ts';
import type { MinutesVersion, MinutesVersionStore } from '../../ports/minutes.ts';
import type { UpdateRoutesOptions } from '../update-routes.ts';

export interface MinutesVersionsReply {
  readonly versions: readonly (Pick<MinutesVersion, 'seq' | 'at' | 'phase'> & { readonly document: Document })[];
}

/** The newest: a review that was opened over and over is not compared with its first. */
const MOST = 6;

export const minutesVersionRoutes = async (
  instance: FastifyInstance,
  { authorize, loadWorkshop, versions }: UpdateRoutesOptions & { readonly versions: Pick<MinutesVersionStore, 'of'> },
): Promise<void> => {
  instance.withTypeProvider<ZodTypeProvider>().get(
    '/api/workshops/:id/minutes/versions',
    {
      schema: {
        params: z.object({ id: workshopId }),
        querystring: z.strictObject({ language: z.enum(LANGUAGES).optional() }),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const standing = await authorize(request, id, 'notes.read');
      if (!standing.ok) throw new HttpRefusal(standing.status, standing.code);
      const loaded = await loadWorkshop(id);
      if (loaded === null) throw new HttpRefusal(404, 'workshop/unknown');
      const language = request.query.language ?? loaded.state.brief.language;
      const kept = (await versions.of(id)).slice(-MOST);
      const answer: MinutesVersionsReply = {
        versions: kept.map(({ seq, at, phase, board }) => {
          const then = replay(loaded.entries.filter((entry) => entry.seq <= seq));
          return { seq, at, phase, document: minutesDocument(then, compileMinutes(then, board, at), language) };
        }),
      };
      return reply.header('cache-control', 'no-store').send(answer);
    },
  );
};
