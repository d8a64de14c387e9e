/** Routes of signing in by password, by passkey and by the second step. Owns paths and schemas; the order of checks is in accounts. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { emailAddress, linkSecret } from '../../../shared/protocol/account-schemas.ts';
import { assertionAnswer, type Passkeys } from '../../accounts/passkeys.ts';
import { PASSWORD_MOST } from '../../accounts/passwords.ts';
import type { SignIn } from '../../accounts/sign-in.ts';
import { errorReply, HttpRefusal } from '../errors.ts';
import { atMost, type HttpLimits } from '../limits.ts';
import { signInAnswer, type LetIn } from './let-in.ts';
import { networkOf, placeOf } from './place.ts';

const refused = { '4xx': errorReply, '5xx': errorReply };
const begun = z.object({ step: z.string(), options: z.looseObject({}) });
const response = { 200: signInAnswer, ...refused };

export const proofRoutes = async (
  instance: FastifyInstance,
  options: {
    readonly signIn: SignIn;
    readonly passkeys: Passkeys;
    readonly letIn: LetIn;
    readonly limits: HttpLimits;
    readonly publicUrl: string | null;
  },
): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { signIn, passkeys, letIn, publicUrl } = options;
  const config = atMost(options.limits.signingIn);

  const openStep = async (step: string) => {
    const open = await signIn.lookAtStep(step);
    if (!open) throw new HttpRefusal(403, 'account/badLink');
    return open;
  };

  app.post(
    '/api/sign-in/password',
    {
      config,
      schema: {
        // Whatever was typed is tried: that it is too short is no news to give away before signing in.
        body: z.strictObject({ email: emailAddress, password: z.string().min(1).max(PASSWORD_MOST) }),
        response,
      },
    },
    async (request, reply) => {
      const { email, password } = request.body;
      return letIn.answer(request, reply, await signIn.byPassword(email, password, networkOf(request)));
    },
  );

  app.post(
    '/api/sign-in/code',
    { config, schema: { body: z.strictObject({ step: linkSecret, code: z.string().min(6).max(40) }), response } },
    async (request, reply) => {
      const { step, code } = request.body;
      return letIn.answer(request, reply, await signIn.byCode(step, code, networkOf(request)));
    },
  );

  app.post(
    '/api/sign-in/passkey/begin',
    {
      config,
      // With a step: as the second one of an account; without: whoever holds a key.
      schema: { body: z.strictObject({ step: z.optional(linkSecret) }), response: { 200: begun, ...refused } },
    },
    async (request) => {
      const account = request.body.step === undefined ? null : (await openStep(request.body.step)).account;
      const { step, options: asked } = await passkeys.beginProof(account, placeOf(request, publicUrl));
      return { step, options: { ...asked } };
    },
  );

  app.post(
    '/api/sign-in/passkey',
    {
      config,
      schema: {
        body: z.strictObject({ step: z.optional(linkSecret), challenge: linkSecret, answer: assertionAnswer }),
        response,
      },
    },
    async (request, reply) => {
      const { step, challenge, answer } = request.body;
      const open = step === undefined ? null : await openStep(step);
      const place = placeOf(request, publicUrl);
      const account = await passkeys.prove(open?.account ?? null, { step: challenge, answer }, place);
      const isSpent = account !== null && step !== undefined && !(await signIn.takeStep(step));
      if (account === null || isSpent) throw new HttpRefusal(401, 'account/wrongPasskey');
      return letIn.answer(request, reply, { state: 'signedIn', account, way: open?.way ?? 'passkey' });
    },
  );
};
