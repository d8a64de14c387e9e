/** What the first page and a supervisor ask of the installation: lists without secrets, and whether it is well. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import type { FactStore, MediaPlane, WorkshopSummary } from '../ports.ts';
import type { Owners } from './accounts/owner.ts';

export interface InstallationRoutesOptions {
  readonly facts: FactStore;
  readonly media: MediaPlane;
  readonly version: string;
  readonly beginningFor: Owners['beginningFor'];
}

const summary = z.object({
  id: z.string(),
  title: z.object({ en: z.string().optional(), 'zh-Hans': z.string().optional() }),
  language: z.string(),
  phase: z.string(),
  startsAt: z.number().nullable(),
  endedAt: z.number().nullable(),
});

const SHOWN = 50;
const shown = ({ id, title, language, phase, startsAt, endedAt }: WorkshopSummary) => ({
  id,
  title: { ...title },
  language,
  phase,
  startsAt,
  endedAt,
});

export const installationRoutes = async (
  instance: FastifyInstance,
  options: InstallationRoutesOptions,
): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { facts, media, version, beginningFor } = options;

  app.get('/healthz', { schema: { response: { 200: z.object({ ok: z.literal(true) }) } } }, async () => ({
    ok: true as const,
  }));

  const ready = z.object({ ready: z.boolean(), store: z.boolean(), media: z.boolean() });
  app.get('/readyz', { schema: { response: { 200: ready, 503: ready } } }, async (_request, reply) => {
    const store = await facts.list().then(
      () => true,
      () => false,
    );
    const { up } = media.health();
    return reply.code(store && up ? 200 : 503).send({ ready: store && up, store, media: up });
  });

  app.get(
    '/api/installation',
    {
      schema: {
        response: {
          200: z.object({
            version: z.string(),
            empty: z.boolean(),
            upcoming: z.array(summary),
            held: z.array(summary),
            mediaUp: z.boolean(),
            /** Whether who asks may found a workshop, and if not, what they would need first. */
            beginning: z.enum(['open', 'signIn', 'invitation']),
          }),
        },
      },
    },
    async (request) => {
      const all = await facts.list();
      return {
        version,
        empty: all.length === 0,
        upcoming: all
          .filter((one) => one.phase !== 'ended')
          .slice(0, SHOWN)
          .map(shown),
        held: all
          .filter((one) => one.phase === 'ended')
          .slice(0, SHOWN)
          .map(shown),
        mediaUp: media.health().up,
        beginning: await beginningFor(request),
      };
    },
  );
};
