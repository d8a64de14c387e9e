/** Routes by which workshops come to be and people come to their seats. Owns paths and schemas; what happens is in accounts and workshops. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { HONORIFICS } from '../../shared/directory/person.ts';
import type { WorkshopId } from '../../shared/kernel/ids.ts';
import { LANGUAGES, type Language } from '../../shared/kernel/language.ts';
import { line, localText as localTextOf, timeZone, workshopId } from '../../shared/protocol/text-schemas.ts';
import { ROLES } from '../../shared/workshop/roles.ts';
import { ROLES_WITHOUT_KNOCKING } from '../../shared/workshop/permissions.ts';
import type { Door, Guest } from '../accounts/door.ts';
import type { Tickets } from '../accounts/tickets.ts';
import type { Founder } from '../workshops/founding.ts';
import type { ImportWorkshop } from '../workshops/import.ts';
import type { WorkshopRegistry } from '../workshops/registry.ts';
import type { Authorize } from './authorize.ts';
import { errorReply, HttpRefusal } from './errors.ts';
import { atMost, type HttpLimits } from './limits.ts';
import { FIRST_LINKS, type IssuedLink, type IssueLink } from './links.ts';

export interface WorkshopRoutesOptions {
  readonly registry: WorkshopRegistry;
  readonly door: Door;
  readonly tickets: Tickets;
  readonly founder: Founder;
  readonly authorize: Authorize;
  readonly importWorkshop: ImportWorkshop;
  readonly readDemo: () => Promise<string>;
  readonly limits: HttpLimits;
  readonly issueLink: IssueLink;
}

const language = z.enum(LANGUAGES);
const role = z.enum(ROLES);
const links = z.array(z.object({ role, url: z.string() }));
const founded = z.object({ workshop: z.string(), seatToken: z.string(), seat: z.string(), links });
const params = z.object({ id: workshopId });
const name = line(200);
const secret = z.string().min(20).max(100);
const shownText = z.object({ en: z.string().optional(), 'zh-Hans': z.string().optional() });

export const workshopRoutes = async (instance: FastifyInstance, options: WorkshopRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { registry, door, limits } = options;

  const running = async (workshop: WorkshopId) => {
    const found = await registry.find(workshop);
    if (!found) throw new HttpRefusal(404, 'workshop/unknown');
    return found;
  };

  const linkWith = async (workshop: WorkshopId, given: string) => {
    const link = await door.findLink(workshop, given);
    // An unknown workshop and a wrong link are answered alike, so that addresses cannot be probed.
    if (!link) throw new HttpRefusal(403, 'access/badLink');
    return link;
  };

  const seatChair = async (request: FastifyRequest, workshop: WorkshopId, guest: Guest, speaks: Language) => {
    const { room } = await running(workshop);
    const entered = await door.enter(room, { id: 'founder', role: 'chair' }, guest, speaks);
    if (!entered.ok) throw new HttpRefusal(503, 'http/unavailable');
    const issued: IssuedLink[] = [];
    for (const each of FIRST_LINKS) issued.push(await options.issueLink(request, workshop, each));
    return { workshop, seat: entered.seat, seatToken: entered.seatToken, links: issued };
  };

  app.post(
    '/api/workshops',
    {
      config: atMost(limits.founding),
      schema: {
        // A title alone is in the workshop's own language.
        body: z.strictObject({ title: z.union([line(300), localTextOf(300)]), language, name, timeZone }),
        response: { 201: founded, '4xx': errorReply, '5xx': errorReply },
      },
    },
    async (request, reply) => {
      const { title } = request.body;
      const founding = await options.founder.start({
        title: typeof title === 'string' ? { [request.body.language]: title } : title,
        language: request.body.language,
        timeZone: request.body.timeZone,
      });
      if (!founding.ok) throw new HttpRefusal(422, founding.code);
      const answer = await seatChair(request, founding.workshop, { name: request.body.name }, request.body.language);
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
      const imported = await options.importWorkshop(await options.readDemo(), request.body.mode, 'demo');
      if (!imported.ok) throw new HttpRefusal(500, 'http/fault');
      const answer = await seatChair(request, imported.workshop, { name: request.body.name }, request.body.language);
      return reply.code(201).send(answer);
    },
  );

  app.get(
    '/api/workshops/:id/door',
    {
      config: atMost(limits.entering),
      schema: {
        params,
        response: {
          200: z.object({
            title: shownText,
            phase: z.enum(['scheduled', 'live', 'ended']),
            startsAt: z.number().nullable(),
            timeZone: z.string(),
            role,
            knocks: z.boolean(),
            language,
          }),
          '4xx': errorReply,
          '5xx': errorReply,
        },
      },
    },
    async (request) => {
      const given = request.headers['x-plenary-link'];
      const link = await linkWith(request.params.id, typeof given === 'string' ? given : '');
      const { room } = await running(request.params.id);
      const { brief, session, lobby } = room.state;
      return {
        title: brief.title,
        phase: session.phase,
        startsAt: brief.startsAt ?? null,
        timeZone: brief.timeZone,
        role: link.role,
        knocks: lobby.door === 'knock' && !ROLES_WITHOUT_KNOCKING.includes(link.role),
        language: brief.language,
      };
    },
  );

  app.post(
    '/api/workshops/:id/enter',
    {
      config: atMost(limits.entering),
      schema: {
        params,
        body: z.strictObject({
          secret,
          language,
          guest: z.strictObject({
            name,
            organization: z.optional(line(300)),
            position: z.optional(line(200)),
            honorific: z.enum(HONORIFICS).optional(),
          }),
        }),
        response: {
          201: z.object({ seatToken: z.string(), seat: z.string(), waiting: z.boolean() }),
          '4xx': errorReply,
          '5xx': errorReply,
        },
      },
    },
    async (request, reply) => {
      const link = await linkWith(request.params.id, request.body.secret);
      const { room } = await running(request.params.id);
      const entered = await door.enter(room, link, request.body.guest, request.body.language);
      if (!entered.ok) {
        if ('refusal' in entered.reply) throw new HttpRefusal(409, entered.reply.refusal.code);
        throw new HttpRefusal(503, 'http/unavailable');
      }
      const waiting = Object.hasOwn(room.state.lobby.knocks, entered.seat);
      return reply.code(201).send({ seatToken: entered.seatToken, seat: entered.seat, waiting });
    },
  );

  app.post(
    '/api/workshops/:id/tickets',
    {
      schema: {
        params,
        body: z.strictObject({ audience: z.enum(['socket', 'notes']) }),
        response: {
          201: z.object({ ticket: z.string(), expiresAt: z.number() }),
          '4xx': errorReply,
          '5xx': errorReply,
        },
      },
    },
    async (request, reply) => {
      const { audience } = request.body;
      const asker =
        audience === 'socket'
          ? await options.authorize.holder(request, request.params.id)
          : await options.authorize.seat(request, request.params.id, 'notes.read');
      const issued = await options.tickets.issue(audience, { workshop: request.params.id, seat: asker.seat });
      return reply.code(201).send(issued);
    },
  );

  app.post(
    '/api/workshops/:id/links',
    {
      config: atMost(limits.entering),
      schema: {
        params,
        body: z.strictObject({ role }),
        response: { 201: z.object({ role, url: z.string() }), '4xx': errorReply, '5xx': errorReply },
      },
    },
    async (request, reply) => {
      await options.authorize.seat(request, request.params.id, 'links.issue');
      return reply.code(201).send(await options.issueLink(request, request.params.id, request.body.role));
    },
  );
};
