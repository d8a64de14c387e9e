/** Routes of one's own data: a copy of everything, and closing the account. Owns what belongs in the copy. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import type { OwnSeats } from '../../accounts/own-seats.ts';
import type { AccountStore, CredentialStore, SessionRecord, SessionStore } from '../../ports/accounts.ts';
import type { OrganizationStore } from '../../ports/organizations.ts';
import { instant } from '../../../shared/kernel/ids.ts';
import { errorReply, HttpRefusal } from '../errors.ts';
import type { SessionCookie } from './session-cookie.ts';
import type { SessionVisitors } from './visitors.ts';

const refused = { '4xx': errorReply, '5xx': errorReply };

/** What opens doors is told by name, never by its secret. */
const withoutToken = ({ id, way, browser, createdAt, seenAt, expiresAt }: SessionRecord) => ({
  id,
  way,
  browser,
  createdAt,
  seenAt,
  expiresAt,
});

export const ownDataRoutes = async (
  instance: FastifyInstance,
  options: {
    readonly visitors: SessionVisitors;
    readonly accounts: AccountStore;
    readonly sessions: SessionStore;
    readonly credentials: CredentialStore;
    readonly organizations: OrganizationStore;
    readonly ownSeats: OwnSeats;
    readonly cookie: SessionCookie;
    readonly now: () => number;
  },
): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { visitors, accounts, sessions, credentials, organizations } = options;

  app.get(
    '/api/account/export',
    { schema: { response: { 200: z.looseObject({ format: z.literal('plenary-own-data') }), ...refused } } },
    async (request, reply) => {
      const { account } = await visitors.signedIn(request);
      reply.header('content-disposition', 'attachment; filename="plenary-own-data.json"');
      reply.header('cache-control', 'no-store');
      return {
        format: 'plenary-own-data' as const,
        account: await accounts.find(account),
        identities: await accounts.identitiesOf(account),
        organizations: await organizations.membershipsOf(account),
        sessions: (await sessions.list(account)).map(withoutToken),
        credentials: (await credentials.list(account)).map(({ id, kind, label, createdAt, usedAt }) => ({
          id,
          kind,
          label,
          createdAt,
          usedAt,
        })),
        workshops: await options.ownSeats.attended(account),
      };
    },
  );

  app.delete('/api/account', { schema: { response: { 200: z.object({}), ...refused } } }, async (request, reply) => {
    const { account, memberships } = await visitors.signedInLately(request);
    for (const { organization, role } of memberships) {
      const members = role === 'owner' ? await organizations.members(organization) : [];
      const isLast = role === 'owner' && !members.some((one) => one.role === 'owner' && one.account !== account);
      if (isLast) throw new HttpRefusal(409, 'organization/lastOwner');
    }
    if (!(await accounts.setAdministrator(account, false))) throw new HttpRefusal(409, 'account/lastAdministrator');
    await accounts.anonymize(account, instant(options.now()));
    options.cookie.clear(request, reply);
    return {};
  });
};
