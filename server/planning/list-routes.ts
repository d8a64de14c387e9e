/** Routes of the organizer's lists and calendar. Owns paths and schemas; whose workshops they are the memberships say. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { instant } from '../../shared/kernel/ids.ts';
import { memberMay } from '../../shared/organization/permissions.ts';
import type { Visitors } from '../http/visitors.ts';
import { WORKSHOP_VIEWS, type PlanningStore } from '../ports/planning.ts';
import { counts, listed, refused, shownWorkshop } from './schemas.ts';

const at = z.coerce.number().int().min(0).max(7_258_118_400_000);

export const listRoutes = async (
  instance: FastifyInstance,
  { visitors, store }: { readonly visitors: Visitors; readonly store: PlanningStore },
): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/api/planning/workshops',
    {
      schema: {
        querystring: z.strictObject({
          view: z.enum(WORKSHOP_VIEWS).default('upcoming'),
          q: z.string().max(200).default(''),
          from: at.optional(),
          until: at.optional(),
          offset: z.coerce.number().int().min(0).max(100_000).default(0),
          limit: z.coerce.number().int().min(1).max(200).default(25),
        }),
        response: { 200: z.object({ workshops: z.array(listed), total: z.number(), counts }), ...refused },
      },
    },
    async (request) => {
      const { memberships } = await visitors.signedIn(request);
      const organizations = memberships
        .filter(({ role }) => memberMay(role, 'workshops.read'))
        .map(({ organization }) => organization);
      const { from, until, q, ...search } = request.query;
      const page = await store.page({
        ...search,
        organizations,
        q: q.trim(),
        from: from === undefined ? null : instant(from),
        until: until === undefined ? null : instant(until),
      });
      return {
        workshops: page.workshops.map(shownWorkshop),
        total: page.total,
        counts: await store.counts(organizations),
      };
    },
  );
};
