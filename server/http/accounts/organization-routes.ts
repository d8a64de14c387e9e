/** Routes of organizations: founding one, its members, invitations to it. Owns paths, schemas and rights; the rest is in accounts. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { LANGUAGES } from '../../../shared/kernel/language.ts';
import { ORGANIZATION_ROLES } from '../../../shared/organization/roles.ts';
import { accountId, emailAddress, owningOrganizationId } from '../../../shared/protocol/account-schemas.ts';
import { localText } from '../../../shared/protocol/text-schemas.ts';
import type { Organizations } from '../../accounts/organizations.ts';
import type { Settings } from '../../accounts/settings.ts';
import type { Clock } from '../../ports.ts';
import type { OrganizationStore } from '../../ports/organizations.ts';
import { findOut } from '../asked.ts';
import { errorReply, HttpRefusal } from '../errors.ts';
import { atMost, type HttpLimits } from '../limits.ts';
import type { Visitors } from '../visitors.ts';

export interface OrganizationRoutesOptions {
  readonly visitors: Visitors;
  readonly organizations: Organizations;
  readonly store: OrganizationStore;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly limits: HttpLimits;
}

const nothing = z.object({});
const refused = { '4xx': errorReply, '5xx': errorReply };
const role = z.enum(ORGANIZATION_ROLES);
const params = z.object({ organization: owningOrganizationId });
const memberParams = z.object({ organization: owningOrganizationId, account: accountId });
const shownText = z.object({ en: z.string().optional(), 'zh-Hans': z.string().optional() });
const member = z.object({
  account: z.string(),
  name: z.string(),
  emails: z.array(z.string()),
  role,
  since: z.number(),
});
const invitation = z.object({ id: z.string(), email: z.string(), role, createdAt: z.number(), expiresAt: z.number() });

export const organizationRoutes = async (
  instance: FastifyInstance,
  options: OrganizationRoutesOptions,
): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { visitors, organizations, store, clock } = options;
  const inviting = atMost(options.limits.signingIn);

  app.post(
    '/api/organizations',
    {
      schema: {
        body: z.strictObject({ name: localText(200) }),
        response: { 201: z.object({ organization: z.string() }), ...refused },
      },
    },
    async (request, reply) => {
      const { anybodyMayFound } = await options.settings.read();
      const { account } = await (anybodyMayFound ? visitors.signedIn(request) : visitors.administrator(request));
      const { id } = await organizations.found(request.body.name, account);
      return reply.code(201).send({ organization: id });
    },
  );

  app.get(
    '/api/organizations/:organization',
    {
      schema: {
        params,
        response: {
          200: z.object({
            id: z.string(),
            name: shownText,
            members: z.array(member),
            invitations: z.array(invitation),
          }),
          ...refused,
        },
      },
    },
    async (request) => {
      const { organization } = request.params;
      await visitors.member(request, organization, 'organization.read');
      const found = await store.find(organization);
      if (!found) throw new HttpRefusal(404, 'organization/unknown');
      const [members, invitations] = await Promise.all([store.members(organization), store.invitations(organization)]);
      return {
        id: found.id,
        name: { ...found.name },
        members: members.map((one) => ({ ...one, emails: [...one.emails] })),
        invitations: invitations
          .filter(({ expiresAt }) => expiresAt > clock.now())
          .map(({ id, email, role: as, createdAt, expiresAt }) => ({ id, email, role: as, createdAt, expiresAt })),
      };
    },
  );

  app.patch(
    '/api/organizations/:organization',
    { schema: { params, body: z.strictObject({ name: localText(200) }), response: { 200: nothing, ...refused } } },
    async (request) => {
      await visitors.member(request, request.params.organization, 'organization.edit');
      await store.rename(request.params.organization, request.body.name);
      return {};
    },
  );

  app.post(
    '/api/organizations/:organization/invitations',
    {
      config: inviting,
      schema: {
        params,
        body: z.strictObject({ email: emailAddress, role, language: z.enum(LANGUAGES) }),
        response: { 201: invitation, ...refused },
      },
    },
    async (request, reply) => {
      const { organization } = request.params;
      const by = await visitors.member(request, organization, 'members.manage');
      const made = await organizations.invite(organization, by, request.body);
      if (!made) throw new HttpRefusal(404, 'organization/unknown');
      const { id, email, role: as, createdAt, expiresAt } = made;
      return reply.code(201).send({ id, email, role: as, createdAt, expiresAt });
    },
  );

  app.delete(
    '/api/organizations/:organization/invitations/:invitation',
    {
      schema: { params: params.extend({ invitation: z.string().max(64) }), response: { 200: nothing, ...refused } },
    },
    async (request) => {
      const { organization, invitation: which } = request.params;
      await visitors.member(request, organization, 'members.manage');
      if (!(await store.withdrawInvitation(organization, which))) {
        throw new HttpRefusal(404, 'organization/unknownInvitation');
      }
      return {};
    },
  );

  app.patch(
    '/api/organizations/:organization/members/:account',
    { schema: { params: memberParams, body: z.strictObject({ role }), response: { 200: nothing, ...refused } } },
    async (request) => {
      const { organization, account } = request.params;
      await visitors.member(request, organization, 'members.manage');
      findOut(request, { target: `${account} ${request.body.role}` });
      const isMember = (await store.members(organization)).some((one) => one.account === account);
      if (!isMember) throw new HttpRefusal(404, 'organization/unknownMember');
      if (!(await store.setMember(organization, account, request.body.role, clock.now()))) {
        throw new HttpRefusal(409, 'organization/lastOwner');
      }
      return {};
    },
  );

  app.delete(
    '/api/organizations/:organization/members/:account',
    { schema: { params: memberParams, response: { 200: nothing, ...refused } } },
    async (request) => {
      const { organization, account } = request.params;
      // Leaving is everybody's own right; sending away is the owner's.
      const visitor = await visitors.signedIn(request);
      if (visitor.account !== account) await visitors.member(request, organization, 'members.manage');
      const outcome = await store.removeMember(organization, account);
      if (outcome === 'lastOwner') throw new HttpRefusal(409, 'organization/lastOwner');
      if (outcome === 'unknown') throw new HttpRefusal(404, 'organization/unknownMember');
      return {};
    },
  );
};
