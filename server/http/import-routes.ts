/** Workshops from files over HTTP: a file that is posted, and the demo that comes with the product. Owns reading the body as text. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { ROLES } from '../../shared/workshop/roles.ts';
import type { ImportWorkshop } from '../workshops/import.ts';
import type { OwnerFor } from './accounts/owner.ts';
import { errorReply, HttpRefusal } from './errors.ts';
import { atMost, type HttpLimits } from './limits.ts';
import { FIRST_LINKS, type IssuedLink, type IssueLink } from './links.ts';

export interface ImportRoutesOptions {
  readonly importWorkshop: ImportWorkshop;
  readonly limits: HttpLimits;
  readonly issueLink: IssueLink;
  readonly ownerFor: OwnerFor;
}

const FILE_BYTES = 8 * 1024 * 1024;

const fileFaults = z.object({
  error: z.object({ code: z.string(), detail: z.string().optional() }),
  faults: z.array(
    z.object({
      path: z.string(),
      line: z.number(),
      column: z.number(),
      code: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
});

export const importRoutes = async (instance: FastifyInstance, options: ImportRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  // As text, not as JSON: the reader names the line of each fault. Only here, since parsers belong to this plugin's routes alone.
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  app.post(
    '/api/workshops/import',
    {
      config: atMost(options.limits.founding),
      bodyLimit: FILE_BYTES,
      schema: {
        querystring: z.strictObject({ mode: z.enum(['held', 'again']).default('held') }),
        response: {
          201: z.object({
            workshop: z.string(),
            links: z.array(z.object({ id: z.string(), role: z.enum(ROLES), url: z.string() })),
          }),
          422: fileFaults,
          '4xx': errorReply,
          '5xx': errorReply,
        },
      },
    },
    async (request, reply) => {
      if (typeof request.body !== 'string') throw new HttpRefusal(415, 'http/unsupportedType');
      const imported = await options.importWorkshop(
        request.body,
        request.query.mode,
        'imported',
        await options.ownerFor(request),
      );
      if (!imported.ok) {
        if ('faults' in imported)
          return reply.code(422).send({ error: { code: 'file/faults' }, faults: [...imported.faults] });
        const { code, command } = imported.refused;
        return reply.code(422).send({ error: { code, detail: command }, faults: [] });
      }
      const links: IssuedLink[] = [];
      for (const role of FIRST_LINKS) links.push(await options.issueLink(request, imported.workshop, { role }));
      return reply.code(201).send({ workshop: imported.workshop, links });
    },
  );
};
