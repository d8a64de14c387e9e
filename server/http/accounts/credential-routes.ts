/** Routes of what one signs in with: seeing it, adding to it, taking it away. Owns paths, schemas and that changes need a sign-in not long ago. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { linkSecret } from '../../../shared/protocol/account-schemas.ts';
import { line } from '../../../shared/protocol/text-schemas.ts';
import type { Codes } from '../../accounts/codes.ts';
import type { OwnCredentials } from '../../accounts/own-credentials.ts';
import { registrationAnswer, type Passkeys } from '../../accounts/passkeys.ts';
import { PASSWORD_LEAST, PASSWORD_MOST } from '../../accounts/passwords.ts';
import type { AccountStore } from '../../ports/accounts.ts';
import { errorReply, HttpRefusal } from '../errors.ts';
import { atMost, type HttpLimits } from '../limits.ts';
import { placeOf } from './place.ts';
import type { SessionVisitors } from './visitors.ts';

const nothing = z.object({});
const refused = { '4xx': errorReply, '5xx': errorReply };
const password = z.string().min(PASSWORD_LEAST).max(PASSWORD_MOST);
const recovery = z.object({ recovery: z.array(z.string()) });
const own = z.object({
  credentials: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['password', 'totp', 'passkey']),
      label: z.string(),
      createdAt: z.number(),
      usedAt: z.number().nullable(),
    }),
  ),
  recoveryLeft: z.number(),
});

export const credentialRoutes = async (
  instance: FastifyInstance,
  options: {
    readonly visitors: SessionVisitors;
    readonly accounts: AccountStore;
    readonly own: OwnCredentials;
    readonly codes: Codes;
    readonly passkeys: Passkeys;
    readonly limits: HttpLimits;
    readonly publicUrl: string | null;
  },
): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { visitors, codes, passkeys, publicUrl } = options;
  const config = atMost(options.limits.signingIn);

  /** How an authenticator shows whose the key is. */
  const shownAs = async (account: Parameters<AccountStore['identitiesOf']>[0]): Promise<string> =>
    (await options.accounts.identitiesOf(account)).find(({ kind }) => kind === 'email')?.shown ?? 'Plenary';

  app.get('/api/account/credentials', { schema: { response: { 200: own, ...refused } } }, async (request) => {
    const { account } = await visitors.signedIn(request);
    const list = await options.own.list(account);
    return {
      credentials: list.flatMap(({ id, kind, label, createdAt, usedAt }) =>
        kind === 'recovery' ? [] : [{ id, kind, label, createdAt, usedAt }],
      ),
      recoveryLeft: list.filter(({ kind }) => kind === 'recovery').length,
    };
  });

  app.put(
    '/api/account/password',
    { config, schema: { body: z.strictObject({ password }), response: { 200: nothing, ...refused } } },
    async (request) => {
      const { account } = await visitors.signedInLately(request);
      if (!(await options.own.setPassword(account, request.body.password))) {
        throw new HttpRefusal(409, 'account/secondFactorFirst');
      }
      return {};
    },
  );

  app.post(
    '/api/account/totp/begin',
    {
      config,
      schema: {
        response: { 200: z.object({ step: z.string(), secret: z.string(), address: z.string() }), ...refused },
      },
    },
    async (request) => {
      const { account } = await visitors.signedInLately(request);
      return codes.begin(account, await shownAs(account));
    },
  );

  app.post(
    '/api/account/totp',
    {
      config,
      schema: {
        body: z.strictObject({ step: linkSecret, code: z.string().min(6).max(12) }),
        response: { 201: recovery, ...refused },
      },
    },
    async (request, reply) => {
      const { account } = await visitors.signedInLately(request);
      const outcome = await codes.finish(account, request.body.step, request.body.code);
      if (outcome === 'badStep') throw new HttpRefusal(403, 'account/badLink');
      if (outcome === 'badCode') throw new HttpRefusal(422, 'account/wrongCode');
      const fresh = await codes.freshRecovery(account);
      await options.own.tell(account, 'codesSet');
      return reply.code(201).send({ recovery: [...fresh] });
    },
  );

  app.post(
    '/api/account/recovery',
    { config, schema: { response: { 201: recovery, ...refused } } },
    async (request, reply) => {
      const { account } = await visitors.signedInLately(request);
      const hasFactor = (await options.own.list(account)).some(({ kind }) => kind === 'totp' || kind === 'passkey');
      if (!hasFactor) throw new HttpRefusal(409, 'account/secondFactorFirst');
      return reply.code(201).send({ recovery: [...(await codes.freshRecovery(account))] });
    },
  );

  app.post(
    '/api/account/passkeys/begin',
    { config, schema: { response: { 200: z.object({ step: z.string(), options: z.looseObject({}) }), ...refused } } },
    async (request) => {
      const { account } = await visitors.signedInLately(request);
      const record = await options.accounts.find(account);
      if (!record) throw new HttpRefusal(401, 'account/signInFirst');
      const begun = await passkeys.beginRegistration(record, await shownAs(account), placeOf(request, publicUrl));
      return { step: begun.step, options: { ...begun.options } };
    },
  );

  app.post(
    '/api/account/passkeys',
    {
      config,
      schema: {
        body: z.strictObject({ step: linkSecret, label: line(100), answer: registrationAnswer }),
        response: { 201: nothing, ...refused },
      },
    },
    async (request, reply) => {
      const { account } = await visitors.signedInLately(request);
      const outcome = await passkeys.register(account, request.body, placeOf(request, publicUrl));
      if (outcome === 'badStep') throw new HttpRefusal(403, 'account/badLink');
      if (outcome === 'badAnswer') throw new HttpRefusal(422, 'account/wrongPasskey');
      if (outcome === 'tooMany') throw new HttpRefusal(409, 'account/tooManyPasskeys');
      await options.own.tell(account, 'passkeyAdded');
      return reply.code(201).send({});
    },
  );

  app.delete(
    '/api/account/credentials/:credential',
    { schema: { params: z.object({ credential: z.string().max(64) }), response: { 200: nothing, ...refused } } },
    async (request) => {
      const { account } = await visitors.signedInLately(request);
      if (!(await options.own.remove(account, request.params.credential))) {
        throw new HttpRefusal(404, 'account/unknownCredential');
      }
      return {};
    },
  );
};
