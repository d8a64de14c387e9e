/** Routes of who holds an invitation to an organization: what it says, and accepting it, signed in or as somebody new. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { LANGUAGES } from '../../../shared/kernel/language.ts';
import { ORGANIZATION_ROLES } from '../../../shared/organization/roles.ts';
import { linkSecret } from '../../../shared/protocol/account-schemas.ts';
import { line } from '../../../shared/protocol/text-schemas.ts';
import type { Organizations } from '../../accounts/organizations.ts';
import { errorReply, HttpRefusal } from '../errors.ts';
import { atMost, type HttpLimits } from '../limits.ts';
import type { Visitors } from '../visitors.ts';
import type { LetIn } from './let-in.ts';

const refused = { '4xx': errorReply, '5xx': errorReply };
const shownText = z.object({ en: z.string().optional(), 'zh-Hans': z.string().optional() });
const accepted = z.object({ organization: z.string() });

export const invitationRoutes = async (
  instance: FastifyInstance,
  options: {
    readonly visitors: Visitors;
    readonly organizations: Organizations;
    readonly letIn: LetIn;
    readonly limits: HttpLimits;
  },
): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { visitors, organizations } = options;
  const config = atMost(options.limits.signingIn);

  const invited = async (secret: string) => {
    const found = await organizations.look(secret);
    if (!found) throw new HttpRefusal(403, 'account/badLink');
    return found;
  };

  app.post(
    '/api/invitations/look',
    {
      config,
      schema: {
        body: z.strictObject({ secret: linkSecret }),
        response: {
          200: z.object({
            organization: shownText,
            email: z.string(),
            role: z.enum(ORGANIZATION_ROLES),
            isKnown: z.boolean(),
          }),
          ...refused,
        },
      },
    },
    async (request) => {
      const { invitation, organization, isKnown } = await invited(request.body.secret);
      return { organization: { ...organization.name }, email: invitation.email, role: invitation.role, isKnown };
    },
  );

  app.post(
    '/api/invitations/accept',
    {
      config,
      schema: {
        body: z.strictObject({
          secret: linkSecret,
          /** Only for who has no account yet and is not signed in. */
          person: z.strictObject({ name: line(200), language: z.enum(LANGUAGES) }).optional(),
        }),
        response: { 201: accepted, ...refused },
      },
    },
    async (request, reply) => {
      const { secret, person } = request.body;
      const { organization } = await invited(secret);
      const visitor = await visitors.of(request);
      if (visitor) {
        if ((await organizations.accept(secret, visitor.account)) === null)
          throw new HttpRefusal(403, 'account/badLink');
      } else {
        if (!person) throw new HttpRefusal(401, 'account/signInFirst');
        const account = await organizations.acceptAsNew(secret, person.name, person.language);
        if (account === 'badLink') throw new HttpRefusal(403, 'account/badLink');
        if (account === 'signInFirst') throw new HttpRefusal(401, 'account/signInFirst');
        await options.letIn.open(request, reply, account, 'invitation');
      }
      return reply.code(201).send({ organization: organization.id });
    },
  );
};
