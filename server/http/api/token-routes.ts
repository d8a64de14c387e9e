/** Routes of an organization's tokens: made, listed, withdrawn. Owns paths, schemas and rights; a token's words are told once. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { instant } from '../../../shared/kernel/ids.ts';
import { TOKEN_SCOPES } from '../../../shared/organization/scopes.ts';
import { owningOrganizationId } from '../../../shared/protocol/account-schemas.ts';
import { line } from '../../../shared/protocol/text-schemas.ts';
import type { Tokens } from '../../api/tokens.ts';
import type { Clock } from '../../ports.ts';
import type { TokenRecord } from '../../ports/api.ts';
import { findOut } from '../asked.ts';
import { errorReply, HttpRefusal } from '../errors.ts';
import type { Visitors } from '../visitors.ts';

const DAY_MS = 86_400_000;

const params = z.object({ organization: owningOrganizationId });
const scopes = z.array(z.enum(TOKEN_SCOPES)).min(1).max(TOKEN_SCOPES.length);
const refused = { '4xx': errorReply, '5xx': errorReply };
const shown = z.object({
  id: z.string(),
  name: z.string(),
  scopes,
  createdAt: z.number(),
  expiresAt: z.number().nullable(),
  usedAt: z.number().nullable(),
});
const show = ({ id, name, scopes: may, createdAt, expiresAt, usedAt }: TokenRecord) => ({
  id,
  name,
  scopes: [...may],
  createdAt,
  expiresAt,
  usedAt,
});

export const tokenRoutes = async (
  instance: FastifyInstance,
  { tokens, visitors, clock }: { readonly tokens: Tokens; readonly visitors: Visitors; readonly clock: Clock },
): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();

  app.get(
    '/api/organizations/:organization/tokens',
    { schema: { params, response: { 200: z.object({ tokens: z.array(shown) }), ...refused } } },
    async (request) => {
      const { organization } = request.params;
      await visitors.member(request, organization, 'programs.manage');
      return { tokens: (await tokens.list(organization)).map(show) };
    },
  );

  app.post(
    '/api/organizations/:organization/tokens',
    {
      schema: {
        params,
        body: z.strictObject({ name: line(100), scopes, days: z.number().int().min(1).max(3660).nullable() }),
        response: { 201: shown.extend({ token: z.string() }), ...refused },
      },
    },
    async (request, reply) => {
      const { organization } = request.params;
      const { name, days, scopes: may } = request.body;
      const { account } = await visitors.member(request, organization, 'programs.manage');
      const expiresAt = days === null ? null : instant(clock.now() + days * DAY_MS);
      const { token, record } = await tokens.make({
        organization,
        account,
        name,
        scopes: TOKEN_SCOPES.filter((scope) => may.includes(scope)),
        expiresAt,
      });
      findOut(request, { target: `token ${record.id}` });
      reply.header('cache-control', 'no-store');
      return reply.code(201).send({ ...show(record), token });
    },
  );

  app.delete(
    '/api/organizations/:organization/tokens/:token',
    { schema: { params: params.extend({ token: z.string().max(64) }), response: { 200: z.object({}), ...refused } } },
    async (request) => {
      const { organization, token } = request.params;
      await visitors.member(request, organization, 'programs.manage');
      findOut(request, { target: `token ${token}` });
      if (!(await tokens.withdraw(organization, token))) throw new HttpRefusal(404, 'token/unknown');
      return {};
    },
  );
};
