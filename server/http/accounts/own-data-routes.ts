/** Routes of one's own data: a copy of everything, and closing the account, by its owner or by an administrator. Owns what belongs in the copy. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { accountId } from '../../../shared/protocol/account-schemas.ts';
import type { OwnSeats } from '../../accounts/own-seats.ts';
import type { AccountStore, CredentialStore, SessionRecord, SessionStore } from '../../ports/accounts.ts';
import type { OrganizationStore } from '../../ports/organizations.ts';
import { archived } from '../../privacy/archive.ts';
import type { Closed, Closing } from '../../privacy/closing.ts';
import type { Copies, Upload } from '../../privacy/copies.ts';
import { findOut } from '../asked.ts';
import { errorReply, HttpRefusal } from '../errors.ts';
import type { SessionCookie } from './session-cookie.ts';
import type { SessionVisitors } from './visitors.ts';

const refused = { '4xx': errorReply, '5xx': errorReply };
/** `names`: also out of the workshops where the account sat. */
const wish = z.strictObject({ names: z.boolean() });

/** What opens doors is told by name, never by its secret. */
const withoutToken = ({ id, way, browser, createdAt, seenAt, expiresAt }: SessionRecord) => ({
  id,
  way,
  browser,
  createdAt,
  seenAt,
  expiresAt,
});

const done = (closed: Closed): void => {
  if (closed === 'closed') return;
  throw new HttpRefusal(closed === 'account/unknown' ? 404 : 409, closed);
};

export const ownDataRoutes = async (
  instance: FastifyInstance,
  options: {
    readonly visitors: SessionVisitors;
    readonly accounts: AccountStore;
    readonly sessions: SessionStore;
    readonly credentials: CredentialStore;
    readonly organizations: OrganizationStore;
    readonly ownSeats: OwnSeats;
    readonly copies: Copies;
    readonly closing: Closing;
    readonly cookie: SessionCookie;
  },
): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { visitors, accounts, sessions, credentials, organizations, copies, closing } = options;

  app.get('/api/account/export', async (request, reply) => {
    const { account } = await visitors.signedIn(request);
    const documents: Record<string, unknown> = {
      'account.json': {
        format: 'plenary-own-data',
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
      },
    };
    const uploads: Upload[] = [];
    for (const { workshop, seat } of await options.ownSeats.of(account)) {
      const own = await copies.ofSeat(workshop, seat);
      if (!own) continue;
      const folder = `workshops/${workshop}/${seat}`;
      documents[`${folder}/workshop.json`] = own.copy;
      uploads.push(...own.uploads.map(({ name, path }) => ({ name: `${folder}/${name}`, path })));
    }
    return reply
      .type('application/zip')
      .header('content-disposition', 'attachment; filename="plenary-own-data.zip"')
      .header('cache-control', 'no-store')
      .send(await archived({ documents, uploads }));
  });

  app.delete(
    '/api/account',
    { schema: { body: wish.nullish(), response: { 200: z.object({}), ...refused } } },
    async (request, reply) => {
      const { account } = await visitors.signedInLately(request);
      done(await closing.close(account, request.body ?? { names: false }));
      options.cookie.clear(request, reply);
      return {};
    },
  );

  app.post(
    '/api/administration/accounts/:account/anonymize',
    { schema: { params: z.object({ account: accountId }), body: wish, response: { 200: z.object({}), ...refused } } },
    async (request) => {
      await visitors.administrator(request);
      findOut(request, { target: `${request.params.account} names=${request.body.names}` });
      done(await closing.close(request.params.account, request.body));
      return {};
    },
  );
};
