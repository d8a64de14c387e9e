/** Routes of one's own account: who one is, what one is called, and from where one is signed in. Owns paths and schemas. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { LANGUAGES } from '../../../shared/kernel/language.ts';
import { ORGANIZATION_ROLES } from '../../../shared/organization/roles.ts';
import { line } from '../../../shared/protocol/text-schemas.ts';
import type { Sessions } from '../../accounts/sessions.ts';
import type { AccountStore } from '../../ports/accounts.ts';
import type { OrganizationStore } from '../../ports/organizations.ts';
import { errorReply, HttpRefusal } from '../errors.ts';
import type { SessionCookie } from './session-cookie.ts';
import type { SessionVisitors } from './visitors.ts';

export interface AccountRoutesOptions {
  readonly visitors: SessionVisitors;
  readonly accounts: AccountStore;
  readonly organizations: OrganizationStore;
  readonly sessions: Sessions;
  readonly cookie: SessionCookie;
}

const nothing = z.object({});
const refused = { '4xx': errorReply, '5xx': errorReply };
const localText = z.object({ en: z.string().optional(), 'zh-Hans': z.string().optional() });

const me = z.object({
  account: z.string(),
  name: z.string(),
  language: z.enum(LANGUAGES),
  isAdministrator: z.boolean(),
  emails: z.array(z.string()),
  organizations: z.array(z.object({ id: z.string(), name: localText, role: z.enum(ORGANIZATION_ROLES) })),
});

const session = z.object({
  id: z.string(),
  way: z.string(),
  browser: z.string(),
  createdAt: z.number(),
  seenAt: z.number(),
  isThis: z.boolean(),
});

export const accountRoutes = async (instance: FastifyInstance, options: AccountRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { visitors, accounts, organizations, sessions, cookie } = options;

  // Not a refusal when nobody has signed in: every page asks this, and most visitors are guests.
  app.get(
    '/api/account',
    { schema: { response: { 200: z.object({ me: me.nullable() }) } } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const visitor = await visitors.of(request);
      if (!visitor) return { me: null };
      const [identities, memberships] = await Promise.all([
        accounts.identitiesOf(visitor.account),
        organizations.membershipsOf(visitor.account),
      ]);
      const { account, name, language, isAdministrator } = visitor;
      return {
        me: {
          account,
          name,
          language,
          isAdministrator,
          emails: identities.filter(({ kind }) => kind === 'email').map(({ shown }) => shown),
          organizations: memberships.map(({ organization, role }) => ({
            id: organization.id,
            name: { ...organization.name },
            role,
          })),
        },
      };
    },
  );

  app.patch(
    '/api/account',
    {
      schema: {
        body: z.strictObject({ name: z.optional(line(200)), language: z.enum(LANGUAGES).optional() }),
        response: { 200: nothing, ...refused },
      },
    },
    async (request) => {
      const { account } = await visitors.signedIn(request);
      const { name, language } = request.body;
      await accounts.revise(account, { ...(name !== undefined && { name }), ...(language && { language }) });
      return {};
    },
  );

  app.get(
    '/api/account/sessions',
    { schema: { response: { 200: z.object({ sessions: z.array(session) }), ...refused } } },
    async (request) => {
      const { account } = await visitors.signedIn(request);
      const current = (await visitors.session(request))?.session.id;
      const list = await sessions.list(account);
      return {
        sessions: list.map(({ id, way, browser, createdAt, seenAt }) => ({
          id,
          way,
          browser,
          createdAt,
          seenAt,
          isThis: id === current,
        })),
      };
    },
  );

  app.delete(
    '/api/account/sessions/:session',
    { schema: { params: z.object({ session: z.string().max(64) }), response: { 200: nothing, ...refused } } },
    async (request, reply) => {
      const { account } = await visitors.signedIn(request);
      const isThis = (await visitors.session(request))?.session.id === request.params.session;
      if (!(await sessions.end(account, request.params.session))) throw new HttpRefusal(404, 'account/unknownSession');
      if (isThis) cookie.clear(request, reply);
      return {};
    },
  );

  app.delete(
    '/api/account/sessions',
    { schema: { response: { 200: z.object({ ended: z.number() }), ...refused } } },
    async (request) => {
      const { account } = await visitors.signedIn(request);
      const current = (await visitors.session(request))?.session.id ?? null;
      return { ended: await sessions.endOthers(account, current) };
    },
  );
};
