/** Routes by which workshops come to be. Owns paths and schemas; what happens is in accounts and workshops. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import type { WorkshopId } from '../../shared/kernel/ids.ts';
import { LANGUAGES, type Language } from '../../shared/kernel/language.ts';
import { owningOrganizationId } from '../../shared/protocol/account-schemas.ts';
import { line, localText as localTextOf, timeZone } from '../../shared/protocol/text-schemas.ts';
import { ROLES } from '../../shared/workshop/roles.ts';
import type { Door } from '../accounts/door.ts';
import type { AccountOf } from './door-routes.ts';
import type { Founder } from '../workshops/founding.ts';
import type { ImportWorkshop } from '../workshops/import.ts';
import type { WorkshopRegistry } from '../workshops/registry.ts';
import type { OwnerFor } from './accounts/owner.ts';
import type { BrowserCookie } from './browser-cookie.ts';
import { errorReply, HttpRefusal } from './errors.ts';
import { atMost, type HttpLimits } from './limits.ts';
import { FIRST_LINKS, type IssuedLink, type IssueLink } from './links.ts';

export interface WorkshopRoutesOptions {
  readonly registry: WorkshopRegistry;
  readonly door: Door;
  readonly founder: Founder;
  readonly browserCookie: BrowserCookie;
  readonly accountOf: AccountOf;
  readonly importWorkshop: ImportWorkshop;
  readonly readDemo: () => Promise<string>;
  readonly limits: HttpLimits;
  readonly issueLink: IssueLink;
  readonly ownerFor: OwnerFor;
}

const language = z.enum(LANGUAGES);
const role = z.enum(ROLES);
const links = z.array(z.object({ id: z.string(), role, url: z.string() }));
const founded = z.object({ workshop: z.string(), seatToken: z.string(), seat: z.string(), links });
const name = line(200);

export const workshopRoutes = async (instance: FastifyInstance, options: WorkshopRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { registry, door, limits } = options;

  const seatChair = async (
    request: FastifyRequest,
    reply: FastifyReply,
    workshop: WorkshopId,
    chair: { readonly name: string; readonly language: Language },
  ) => {
    const running = await registry.find(workshop);
    const entered =
      running &&
      (await door.enter(running.room, {
        by: 'founder',
        guest: { name: chair.name },
        language: chair.language,
        account: await options.accountOf(request),
        browser: options.browserCookie.ensure(request, reply),
      }));
    if (!entered?.ok) throw new HttpRefusal(503, 'http/unavailable');
    const issued: IssuedLink[] = [];
    for (const each of FIRST_LINKS) issued.push(await options.issueLink(request, workshop, { role: each }));
    return { workshop, seat: entered.seat, seatToken: entered.seatToken, links: issued };
  };

  app.post(
    '/api/workshops',
    {
      config: atMost(limits.founding),
      schema: {
        // A title alone is in the workshop's own language.
        body: z.strictObject({
          title: z.union([line(300), localTextOf(300)]),
          language,
          name,
          timeZone,
          organization: z.optional(owningOrganizationId),
        }),
        response: { 201: founded, '4xx': errorReply, '5xx': errorReply },
      },
    },
    async (request, reply) => {
      const { title, language: speaks, timeZone: zone, organization } = request.body;
      const owner = await options.ownerFor(request, organization);
      const founding = await options.founder.start(
        { title: typeof title === 'string' ? { [speaks]: title } : title, language: speaks, timeZone: zone },
        owner,
      );
      if (!founding.ok) throw new HttpRefusal(422, founding.code);
      const answer = await seatChair(request, reply, founding.workshop, request.body);
      return reply.code(201).send(answer);
    },
  );

  app.post(
    '/api/demo',
    {
      config: atMost(limits.founding),
      schema: {
        body: z.strictObject({ mode: z.enum(['held', 'again']), name, language }),
        response: { 201: founded, '4xx': errorReply, '5xx': errorReply },
      },
    },
    async (request, reply) => {
      const owner = await options.ownerFor(request);
      const imported = await options.importWorkshop(await options.readDemo(), request.body.mode, 'demo', owner);
      if (!imported.ok) throw new HttpRefusal(500, 'http/fault');
      const answer = await seatChair(request, reply, imported.workshop, request.body);
      return reply.code(201).send(answer);
    },
  );
};
