/** Routes of signing in and out, and of the first administrator. Owns paths, schemas and the cookie; what a link is worth is in accounts. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import type { AccountId } from '../../../shared/kernel/ids.ts';
import { LANGUAGES } from '../../../shared/kernel/language.ts';
import { emailAddress, linkSecret } from '../../../shared/protocol/account-schemas.ts';
import { line } from '../../../shared/protocol/text-schemas.ts';
import type { Afterwards } from '../../accounts/afterwards.ts';
import type { FirstAdministrator } from '../../accounts/first-administrator.ts';
import type { MailLinks } from '../../accounts/mail-links.ts';
import { LONGEST_MS, type Sessions } from '../../accounts/sessions.ts';
import type { SignInWay } from '../../ports/accounts.ts';
import { errorReply, HttpRefusal } from '../errors.ts';
import { atMost, type HttpLimits } from '../limits.ts';
import type { SessionCookie } from './session-cookie.ts';

/** Opens a session for an account and hands its cookie to the browser. */
export type LetIn = (request: FastifyRequest, reply: FastifyReply, account: AccountId, way: SignInWay) => Promise<void>;

export const createLetIn =
  (sessions: Sessions, cookie: SessionCookie): LetIn =>
  async (request, reply, account, way) => {
    // What the browser brought along is over: nobody goes on in a session that somebody else may have planted or forgotten.
    const before = cookie.read(request);
    const old = before === null ? null : await sessions.find(before);
    if (old) await sessions.end(old.account, old.id);
    const { token } = await sessions.open(account, way, request.headers['user-agent'] ?? '');
    cookie.set(request, reply, token, LONGEST_MS);
  };

export interface SignInRoutesOptions {
  readonly sessions: Sessions;
  readonly cookie: SessionCookie;
  readonly letIn: LetIn;
  readonly mailLinks: MailLinks;
  readonly firstAdministrator: FirstAdministrator;
  readonly afterwards: Afterwards;
  readonly limits: HttpLimits;
}

const language = z.enum(LANGUAGES);
const name = line(200);
const nothing = z.object({});
const refused = { '4xx': errorReply, '5xx': errorReply };

export const signInRoutes = async (instance: FastifyInstance, options: SignInRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { mailLinks, firstAdministrator, sessions, cookie, letIn } = options;
  const config = atMost(options.limits.signingIn);

  app.post(
    '/api/sign-in/link',
    {
      config,
      schema: { body: z.strictObject({ email: emailAddress, language }), response: { 202: nothing, ...refused } },
    },
    async (request, reply) => {
      const { email, language: speaks } = request.body;
      options.afterwards.run(() => mailLinks.send(email, speaks));
      return reply.code(202).send({});
    },
  );

  app.post(
    '/api/sign-in/link/look',
    {
      config,
      schema: {
        body: z.strictObject({ secret: linkSecret }),
        response: { 200: z.object({ email: z.string(), name: z.string().nullable() }), ...refused },
      },
    },
    async (request) => {
      const found = await mailLinks.look(request.body.secret);
      if (!found) throw new HttpRefusal(403, 'account/badLink');
      return found;
    },
  );

  app.post(
    '/api/sign-in/link/redeem',
    {
      config,
      schema: {
        body: z.strictObject({ secret: linkSecret, name: z.optional(name) }),
        response: { 201: nothing, ...refused },
      },
    },
    async (request, reply) => {
      const account = await mailLinks.redeem(request.body.secret, request.body.name);
      if (account === 'badLink') throw new HttpRefusal(403, 'account/badLink');
      if (account === 'nameNeeded') throw new HttpRefusal(422, 'account/nameNeeded');
      await letIn(request, reply, account.id, 'mailLink');
      return reply.code(201).send({});
    },
  );

  app.post('/api/sign-out', { schema: { response: { 200: nothing } } }, async (request, reply) => {
    const token = cookie.read(request);
    const session = token === null ? null : await sessions.find(token);
    if (session) await sessions.end(session.account, session.id);
    cookie.clear(request, reply);
    return {};
  });

  app.post(
    '/api/administrator/look',
    { config, schema: { body: z.strictObject({ secret: linkSecret }), response: { 200: nothing, ...refused } } },
    async (request) => {
      if (!(await firstAdministrator.isOpen(request.body.secret))) throw new HttpRefusal(403, 'account/badLink');
      return {};
    },
  );

  app.post(
    '/api/administrator',
    {
      config,
      schema: {
        body: z.strictObject({ secret: linkSecret, name, email: emailAddress, language }),
        response: { 201: nothing, ...refused },
      },
    },
    async (request, reply) => {
      const { secret, ...person } = request.body;
      const account = await firstAdministrator.claim(secret, person);
      if (account === null) throw new HttpRefusal(403, 'account/badLink');
      await letIn(request, reply, account, 'administratorLink');
      return reply.code(201).send({});
    },
  );
};
