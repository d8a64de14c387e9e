/** Routes of an organization's webhooks: made, listed, removed, and what became of each telling, told again on demand. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { DELIVERY_STATES, HAPPENINGS } from '../../../shared/organization/scopes.ts';
import { owningOrganizationId } from '../../../shared/protocol/account-schemas.ts';
import { faultOfAddress } from '../../api/reachable.ts';
import { mintSigningSecret } from '../../api/signature.ts';
import type { Clock, Mint } from '../../ports.ts';
import type { WebhookRecord, WebhookStore } from '../../ports/api.ts';
import { findOut } from '../asked.ts';
import { errorReply, HttpRefusal } from '../errors.ts';
import type { Visitors } from '../visitors.ts';

const MOST = 20;

const params = z.object({ organization: owningOrganizationId });
const hookParams = params.extend({ webhook: z.string().max(64) });
const hears = z.array(z.enum(HAPPENINGS)).min(1).max(HAPPENINGS.length);
const refused = { '4xx': errorReply, '5xx': errorReply };
const shown = z.object({ id: z.string(), url: z.string(), hears, createdAt: z.number() });
const show = ({ id, url, hears: kinds, createdAt }: WebhookRecord) => ({ id, url, hears: [...kinds], createdAt });
const delivery = z.object({
  id: z.string(),
  happening: z.string(),
  kind: z.enum(HAPPENINGS),
  createdAt: z.number(),
  state: z.enum(DELIVERY_STATES),
  tried: z.number(),
  nextAt: z.number(),
  deliveredAt: z.number().nullable(),
  answer: z.string().nullable(),
});

export interface WebhookRoutesOptions {
  readonly store: WebhookStore;
  readonly visitors: Visitors;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly mayBePrivate: boolean;
  readonly wake: () => void;
}

export const webhookRoutes = async (instance: FastifyInstance, options: WebhookRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { store, visitors, clock, mint } = options;

  app.get(
    '/api/organizations/:organization/webhooks',
    { schema: { params, response: { 200: z.object({ webhooks: z.array(shown) }), ...refused } } },
    async (request) => {
      const { organization } = request.params;
      await visitors.member(request, organization, 'programs.manage');
      return { webhooks: (await store.list(organization)).map(show) };
    },
  );

  app.post(
    '/api/organizations/:organization/webhooks',
    {
      schema: {
        params,
        body: z.strictObject({ url: z.string().max(1000), hears }),
        response: { 201: shown.extend({ secret: z.string() }), ...refused },
      },
    },
    async (request, reply) => {
      const { organization } = request.params;
      await visitors.member(request, organization, 'programs.manage');
      const fault = faultOfAddress(request.body.url, options.mayBePrivate);
      if (fault !== null) throw new HttpRefusal(422, `webhook/${fault}`);
      if ((await store.list(organization)).length >= MOST) throw new HttpRefusal(409, 'webhook/tooMany');
      const webhook: WebhookRecord = {
        id: mint.id(),
        organization,
        url: request.body.url,
        secret: mintSigningSecret(),
        hears: HAPPENINGS.filter((kind) => request.body.hears.includes(kind)),
        createdAt: clock.now(),
      };
      await store.add(webhook);
      findOut(request, { target: `webhook ${webhook.id}` });
      reply.header('cache-control', 'no-store');
      return reply.code(201).send({ ...show(webhook), secret: webhook.secret });
    },
  );

  app.delete(
    '/api/organizations/:organization/webhooks/:webhook',
    { schema: { params: hookParams, response: { 200: z.object({}), ...refused } } },
    async (request) => {
      const { organization, webhook } = request.params;
      await visitors.member(request, organization, 'programs.manage');
      findOut(request, { target: `webhook ${webhook}` });
      if (!(await store.remove(organization, webhook))) throw new HttpRefusal(404, 'webhook/unknown');
      return {};
    },
  );

  app.get(
    '/api/organizations/:organization/webhooks/:webhook/deliveries',
    { schema: { params: hookParams, response: { 200: z.object({ deliveries: z.array(delivery) }), ...refused } } },
    async (request) => {
      const { organization, webhook } = request.params;
      await visitors.member(request, organization, 'programs.manage');
      const found = await store.deliveries(organization, webhook);
      return { deliveries: found.map(({ webhook: _of, body: _sent, ...rest }) => rest) };
    },
  );

  app.post(
    '/api/organizations/:organization/deliveries/:delivery/replay',
    {
      schema: {
        params: params.extend({ delivery: z.string().max(80) }),
        response: { 200: z.object({}), ...refused },
      },
    },
    async (request) => {
      const { organization, delivery: which } = request.params;
      await visitors.member(request, organization, 'programs.manage');
      if (!(await store.replay(organization, which, clock.now())))
        throw new HttpRefusal(404, 'webhook/unknownDelivery');
      options.wake();
      return {};
    },
  );
};
