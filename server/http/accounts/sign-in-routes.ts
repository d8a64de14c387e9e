/** Routes of signing in by a link in a mail, of signing out, and of the first administrator. Owns paths and schemas; what a link is worth is in accounts. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { LANGUAGES } from '../../../shared/kernel/language.ts';
import { emailAddress, linkSecret } from '../../../shared/protocol/account-schemas.ts';
import { line } from '../../../shared/protocol/text-schemas.ts';
import type { Afterwards } from '../../accounts/afterwards.ts';
import type { FirstAdministrator } from '../../accounts/first-administrator.ts';
import type { MailLinks } from '../../accounts/mail-links.ts';
import type { Sessions } from '../../accounts/sessions.ts';
import type { Settings } from '../../accounts/settings.ts';
import type { SignIn } from '../../accounts/sign-in.ts';
import { errorReply, HttpRefusal } from '../errors.ts';
import { atMost, type HttpLimits } from '../limits.ts';
import { signInAnswer, type LetIn } from './let-in.ts';
import { hasName, placeOf } from './place.ts';
import type { SessionCookie } from './session-cookie.ts';

export interface SignInRoutesOptions {
  readonly sessions: Sessions;
  readonly cookie: SessionCookie;
  readonly letIn: LetIn;
  readonly signIn: SignIn;
  readonly mailLinks: MailLinks;
  readonly firstAdministrator: FirstAdministrator;
  readonly afterwards: Afterwards;
  readonly settings: Settings;
  readonly limits: HttpLimits;
  readonly publicUrl: string | null;
  readonly sendsMail: boolean;
  /** The provider's name, when there is one. */
  readonly openId: string | null;
}

const language = z.enum(LANGUAGES);
const name = line(200);
const nothing = z.object({});
const refused = { '4xx': errorReply, '5xx': errorReply };

export const signInRoutes = async (instance: FastifyInstance, options: SignInRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { mailLinks, firstAdministrator, sessions, cookie, letIn } = options;
  const config = atMost(options.limits.signingIn);

  app.get(
    '/api/sign-in',
    {
      schema: {
        response: {
          200: z.object({
            sendsMail: z.boolean(),
            anybodyMaySignUp: z.boolean(),
            openId: z.string().nullable(),
            passkeys: z.boolean(),
          }),
        },
      },
    },
    async (request) => ({
      sendsMail: options.sendsMail,
      anybodyMaySignUp: (await options.settings.read()).anybodyMaySignUp,
      openId: options.openId,
      passkeys: hasName(placeOf(request, options.publicUrl)),
    }),
  );

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
        response: { 200: signInAnswer, ...refused },
      },
    },
    async (request, reply) => {
      const redeemed = await mailLinks.redeem(request.body.secret, request.body.name);
      if (!redeemed.ok) throw new HttpRefusal(redeemed.code === 'account/badLink' ? 403 : 422, redeemed.code);
      const { id } = redeemed.account;
      const proof = redeemed.byOperator
        ? ({ state: 'signedIn', account: id, way: 'mailLink' } as const)
        : await options.signIn.proven(id, 'mailLink');
      return letIn.answer(request, reply, proof);
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
      await letIn.open(request, reply, account, 'administratorLink');
      return reply.code(201).send({});
    },
  );
};
