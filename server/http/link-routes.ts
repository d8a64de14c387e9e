/** Routes of a workshop's links, for its desk: list, make, replace, withdraw. Owns paths, schemas and who may do it for which role. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { instantSchema, line, personId, workshopId } from '../../shared/protocol/text-schemas.ts';
import { roleMay } from '../../shared/workshop/permissions.ts';
import { ROLES, type Role } from '../../shared/workshop/roles.ts';
import type { Links } from '../accounts/links.ts';
import type { LinkRecord } from '../ports/access.ts';
import { seatMay } from '../workshops/rights.ts';
import type { Asker, Authorize } from './authorize.ts';
import { errorReply, HttpRefusal } from './errors.ts';
import { atMost, type HttpLimits } from './limits.ts';
import { addressOf, baseOf, type IssueLink } from './links.ts';

export interface LinkRoutesOptions {
  readonly links: Links;
  readonly authorize: Authorize;
  readonly issueLink: IssueLink;
  readonly publicUrl: string | null;
  readonly limits: HttpLimits;
}

const role = z.enum(ROLES);
const params = z.object({ id: workshopId });
const ofLink = z.object({ id: workshopId, link: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) });
const issued = z.object({ id: z.string(), role, url: z.string() });
const refused = { '4xx': errorReply, '5xx': errorReply };
const listed = z.object({
  id: z.string(),
  role,
  label: z.string(),
  person: z.string().nullable(),
  createdAt: z.number(),
  expiresAt: z.number().nullable(),
  once: z.boolean(),
  uses: z.number(),
  usedAt: z.number().nullable(),
});

const shown = ({ workshop: _w, secretHash: _s, revokedAt: _r, ...link }: LinkRecord): z.infer<typeof listed> => link;

export const linkRoutes = async (instance: FastifyInstance, options: LinkRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { links, authorize } = options;
  const config = atMost(options.limits.entering);

  /** A link for the desk is a promotion of whoever holds it: only who may promote may give one out, or touch it. */
  const mayGive = ({ room, seat }: Asker, wanted: Role): void => {
    if (roleMay(wanted, 'links.issue') && !seatMay(room.state, seat, 'participants.assignRole'))
      throw new HttpRefusal(403, 'access/denied');
  };

  const found = async (asker: Asker, link: string): Promise<LinkRecord> => {
    const one = (await links.list(asker.room.id)).find(({ id }) => id === link);
    if (!one) throw new HttpRefusal(404, 'link/unknown');
    mayGive(asker, one.role);
    return one;
  };

  app.get(
    '/api/workshops/:id/links',
    { schema: { params, response: { 200: z.object({ links: z.array(listed) }), ...refused } } },
    async (request) => {
      await authorize.seat(request, request.params.id, 'links.issue');
      return { links: (await links.list(request.params.id)).map(shown) };
    },
  );

  app.post(
    '/api/workshops/:id/links',
    {
      config,
      schema: {
        params,
        body: z.strictObject({
          role,
          label: z.optional(line(100)),
          person: z.optional(personId),
          expiresAt: z.optional(instantSchema),
          once: z.boolean().optional(),
        }),
        response: { 201: issued, ...refused },
      },
    },
    async (request, reply) => {
      const asker = await authorize.seat(request, request.params.id, 'links.issue');
      mayGive(asker, request.body.role);
      const { person } = request.body;
      if (person !== undefined && !Object.hasOwn(asker.room.state.roster.people, person))
        throw new HttpRefusal(422, 'link/unknownPerson');
      return reply.code(201).send(await options.issueLink(request, request.params.id, request.body));
    },
  );

  app.post(
    '/api/workshops/:id/links/:link/replace',
    { config, schema: { params: ofLink, response: { 201: issued, ...refused } } },
    async (request, reply) => {
      const asker = await authorize.seat(request, request.params.id, 'links.issue');
      const link = await found(asker, request.params.link);
      const made = await links.replace(asker.room.id, link.id);
      if (!made) throw new HttpRefusal(404, 'link/unknown');
      const url = addressOf(baseOf(request, options.publicUrl), asker.room.id, made);
      return reply.code(201).send({ id: link.id, role: link.role, url });
    },
  );

  app.delete(
    '/api/workshops/:id/links/:link',
    {
      config,
      schema: { params: ofLink, response: { 200: z.object({ ended: z.number(), spared: z.number() }), ...refused } },
    },
    async (request) => {
      const asker = await authorize.seat(request, request.params.id, 'links.issue');
      const link = await found(asker, request.params.link);
      const revoked = await links.revoke(asker.room, link.id);
      if (!revoked) throw new HttpRefusal(404, 'link/unknown');
      return revoked;
    },
  );
};
