/** Routes of agendas to begin with: those that come with Plenary and those an organization has saved. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { memberMay } from '../../shared/organization/permissions.ts';
import { SHIPPED_TEMPLATES, templateItems } from '../../shared/planning/templates.ts';
import { localText, workshopId } from '../../shared/protocol/text-schemas.ts';
import { itemsInOrder } from '../../shared/workshop/agenda/selectors.ts';
import { HttpRefusal } from '../http/errors.ts';
import type { Visitors } from '../http/visitors.ts';
import type { Clock, Mint } from '../ports.ts';
import type { PlanningStore } from '../ports/planning.ts';
import type { OwnedWorkshop } from './owned.ts';
import { refused, shownTemplate, template } from './schemas.ts';

export const templateRoutes = async (
  instance: FastifyInstance,
  options: {
    readonly visitors: Visitors;
    readonly owned: OwnedWorkshop;
    readonly store: PlanningStore;
    readonly clock: Clock;
    readonly mint: Mint;
  },
): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { visitors, owned, store, clock, mint } = options;

  app.get(
    '/api/planning/templates',
    { schema: { response: { 200: z.object({ templates: z.array(template) }), ...refused } } },
    async (request) => {
      const memberships = (await visitors.of(request))?.memberships ?? [];
      const homes = memberships.filter(({ role }) => memberMay(role, 'workshops.read'));
      const saved = await store.templates(homes.map(({ organization }) => organization));
      return {
        templates: [
          ...saved.map((one) => shownTemplate(one, one.organization)),
          ...SHIPPED_TEMPLATES.map((one) => shownTemplate(one, null)),
        ],
      };
    },
  );

  app.post(
    '/api/planning/workshops/:id/template',
    {
      schema: {
        params: z.object({ id: workshopId }),
        body: z.strictObject({ name: localText(200) }),
        response: { 201: z.object({ id: z.string() }), ...refused },
      },
    },
    async (request, reply) => {
      const { state, organization } = await owned.asked(request, request.params.id, 'workshops.manage');
      const { account } = await visitors.signedIn(request);
      const items = templateItems(itemsInOrder(state.agenda));
      if (items.length === 0) throw new HttpRefusal(422, 'planning/noItems');
      const id = mint.id();
      await store.saveTemplate({ id, organization, name: request.body.name, items }, account, clock.now());
      return reply.code(201).send({ id });
    },
  );

  app.delete(
    '/api/planning/templates/:template',
    {
      schema: {
        params: z.object({ template: z.string().min(1).max(64) }),
        response: { 204: z.null(), ...refused },
      },
    },
    async (request, reply) => {
      const { memberships } = await visitors.signedIn(request);
      const homes = memberships.filter(({ role }) => memberMay(role, 'workshops.manage'));
      if (homes.length === 0) throw new HttpRefusal(403, 'account/denied');
      const saved = await store.templates(homes.map(({ organization }) => organization));
      const found = saved.find(({ id }) => id === request.params.template);
      if (!found) throw new HttpRefusal(404, 'planning/unknownTemplate');
      await store.removeTemplate(found.id);
      return reply.code(204).send(null);
    },
  );
};
