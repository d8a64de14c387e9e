/**
 * Routes of signing in by a provider: out to it, and back. Owns the state's cookie, which ties the way back to the browser that went out, so
 * that nobody can be signed in by a link of somebody else's.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { LANGUAGES } from '../../../shared/kernel/language.ts';
import { LIFE_MS } from '../../accounts/one-time.ts';
import type { OpenId } from '../../accounts/open-id.ts';
import { atMost, type HttpLimits } from '../limits.ts';
import { findOut } from '../asked.ts';
import type { LetIn } from './let-in.ts';

export const CALLBACK = '/api/sign-in/openid/callback';
const NAME = 'plenary_provider';
const FOLDER = '/api/sign-in/openid';

const stateIn = (request: FastifyRequest): string | null =>
  new RegExp(`(?:^|;\\s*)${NAME}=([A-Za-z0-9_-]{43})(?:;|$)`).exec(request.headers.cookie ?? '')?.[1] ?? null;

export const openIdRoutes = async (
  instance: FastifyInstance,
  options: {
    readonly openId: OpenId;
    readonly letIn: LetIn;
    readonly limits: HttpLimits;
    readonly publicUrl: string | null;
    readonly base: () => string;
    readonly onRefused: (reason: unknown) => void;
  },
): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { openId, letIn, publicUrl, base } = options;
  const config = atMost(options.limits.signingIn);

  const remember = (request: FastifyRequest, reply: FastifyReply, state: string, lifeMs: number): void => {
    const isSecure = publicUrl === null ? request.protocol === 'https' : publicUrl.startsWith('https:');
    const flags = `Path=${FOLDER}; HttpOnly; SameSite=Lax; Max-Age=${Math.floor(lifeMs / 1000)}`;
    reply.header('set-cookie', `${NAME}=${state}; ${flags}${isSecure ? '; Secure' : ''}`);
    reply.header('cache-control', 'no-store');
  };
  const backWith = (request: FastifyRequest, reply: FastifyReply, code: string) => {
    findOut(request, { code });
    return reply.redirect(`/sign-in?fault=${encodeURIComponent(code)}`);
  };

  app.get(
    '/api/sign-in/openid/begin',
    { config, schema: { querystring: z.strictObject({ language: z.enum(LANGUAGES).default('en') }) } },
    async (request, reply) => {
      try {
        const { url, state } = await openId.begin(request.query.language);
        remember(request, reply, state, LIFE_MS.openId);
        return reply.redirect(url);
      } catch (reason) {
        options.onRefused(reason);
        return backWith(request, reply, 'account/openIdAway');
      }
    },
  );

  app.get(CALLBACK, { config, schema: { hide: true } }, async (request, reply) => {
    const state = stateIn(request);
    remember(request, reply, '', 0);
    if (state === null) return backWith(request, reply, 'account/openIdRefused');
    const outcome = await openId.finish(new URL(request.url, base()), state);
    if (!outcome.ok) return backWith(request, reply, outcome.code);
    await letIn.open(request, reply, outcome.account, 'openId');
    return reply.redirect('/account');
  });
};
