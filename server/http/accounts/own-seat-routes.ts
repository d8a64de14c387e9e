/** Routes of an account's workshops: those its organizations own, those it was at, a seat without a link, and claiming what was done as a guest. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { memberMay } from '../../../shared/organization/permissions.ts';
import { linkSecret } from '../../../shared/protocol/account-schemas.ts';
import { workshopId } from '../../../shared/protocol/text-schemas.ts';
import type { OwnSeats } from '../../accounts/own-seats.ts';
import type { FactStore, WorkshopSummary } from '../../ports.ts';
import type { OrganizationStore } from '../../ports/organizations.ts';
import { errorReply, HttpRefusal } from '../errors.ts';
import type { Visitors } from '../visitors.ts';

const refused = { '4xx': errorReply, '5xx': errorReply };
const summary = z.object({
  id: z.string(),
  title: z.object({ en: z.string().optional(), 'zh-Hans': z.string().optional() }),
  phase: z.enum(['scheduled', 'live', 'ended']),
  startsAt: z.number().nullable(),
  endedAt: z.number().nullable(),
});
const shown = ({ id, title, phase, startsAt, endedAt }: WorkshopSummary) => ({
  id,
  title: { ...title },
  phase,
  startsAt,
  endedAt,
});

export const ownSeatRoutes = async (
  instance: FastifyInstance,
  options: {
    readonly visitors: Visitors;
    readonly ownSeats: OwnSeats;
    readonly facts: FactStore;
    readonly organizations: OrganizationStore;
  },
): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { visitors, ownSeats, facts, organizations } = options;

  app.get(
    '/api/account/workshops',
    { schema: { response: { 200: z.object({ owned: z.array(summary), attended: z.array(summary) }), ...refused } } },
    async (request) => {
      const { account, memberships } = await visitors.signedIn(request);
      const homes = memberships.filter(({ role }) => memberMay(role, 'workshops.read'));
      const owned = new Set(await organizations.workshopsOf(homes.map(({ organization }) => organization)));
      const attended = new Set((await ownSeats.of(account)).map(({ workshop }) => workshop));
      const all = await facts.list();
      return {
        owned: all.filter(({ id }) => owned.has(id)).map(shown),
        attended: all.filter(({ id }) => attended.has(id) && !owned.has(id)).map(shown),
      };
    },
  );

  app.post(
    '/api/account/claims',
    {
      schema: {
        body: z.strictObject({ seatToken: linkSecret }),
        response: { 201: z.object({ workshop: z.string(), seat: z.string() }), ...refused },
      },
    },
    async (request, reply) => {
      const { account } = await visitors.signedIn(request);
      const claimed = await ownSeats.claim(request.body.seatToken, account);
      if (!claimed) throw new HttpRefusal(403, 'access/noSeat');
      return reply.code(201).send(claimed);
    },
  );

  app.post(
    '/api/workshops/:id/seats/own',
    {
      schema: {
        params: z.object({ id: workshopId }),
        response: {
          201: z.object({ workshop: z.string(), seat: z.string(), seatToken: z.string() }),
          ...refused,
        },
      },
    },
    async (request, reply) => {
      await visitors.someone(request);
      const { organization } = (await organizations.ownerOf(request.params.id)) ?? { organization: null };
      // A workshop nobody owns and one that is not there are answered alike, as one of another organization is.
      if (organization === null) throw new HttpRefusal(403, 'account/denied');
      const visitor = await visitors.member(request, organization, 'workshops.manage');
      const taken = await ownSeats.take(request.params.id, visitor);
      if (taken === 'unknown') throw new HttpRefusal(403, 'account/denied');
      if (taken === 'removed') throw new HttpRefusal(403, 'access/removed');
      if (taken === 'unavailable') throw new HttpRefusal(503, 'http/unavailable');
      return reply.code(201).send(taken);
    },
  );
};
