/** The newest updates as data, for the product's first page. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { LANGUAGES } from '../../../shared/kernel/language.ts';
import { writtenDay } from '../../../shared/publication/days.ts';
import { errorReply } from '../../http/errors.ts';
import type { PublicationStore } from '../../ports/updates.ts';
import { articlePath } from './addresses.ts';

const SHOWN = 5;
const update = z.object({
  href: z.string(),
  headline: z.string(),
  teaser: z.string(),
  day: z.string(),
  language: z.enum(LANGUAGES),
});

export const latestRoutes = async (
  instance: FastifyInstance,
  { store }: { readonly store: PublicationStore },
): Promise<void> => {
  instance.withTypeProvider<ZodTypeProvider>().get(
    '/api/updates',
    {
      schema: {
        querystring: z.object({ language: z.enum(LANGUAGES).default('en') }),
        response: { 200: z.object({ updates: z.array(update) }), '4xx': errorReply, '5xx': errorReply },
      },
    },
    async (request) => {
      const { language } = request.query;
      const { lines } = await store.search({ language, offset: 0, limit: SHOWN });
      return {
        updates: lines.map((line) => ({
          href: articlePath(line.slugs[line.language] ?? ''),
          headline: line.headline,
          teaser: line.teaser,
          day: writtenDay(line.publishedAt, line.timeZone, language),
          language: line.language,
        })),
      };
    },
  );
};
