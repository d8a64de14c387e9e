/** Routes of a workshop's door: what stands on it, entering by a link, tickets for live connections. Owns paths and schemas. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { HONORIFICS } from '../../shared/directory/person.ts';
import type { AccountId, WorkshopId } from '../../shared/kernel/ids.ts';
import { LANGUAGES } from '../../shared/kernel/language.ts';
import { line, workshopId } from '../../shared/protocol/text-schemas.ts';
import { isClosed, notOpenBefore } from '../../shared/workshop/lobby/selectors.ts';
import { ROLES_WITHOUT_KNOCKING } from '../../shared/workshop/permissions.ts';
import { ROLES } from '../../shared/workshop/roles.ts';
import type { Door } from '../accounts/door.ts';
import type { Links } from '../accounts/links.ts';
import type { Tickets } from '../accounts/tickets.ts';
import type { Clock } from '../ports.ts';
import type { WorkshopRegistry } from '../workshops/registry.ts';
import type { Authorize } from './authorize.ts';
import type { BrowserCookie } from './browser-cookie.ts';
import { errorReply, HttpRefusal } from './errors.ts';
import { inviteeOf } from './invitee.ts';
import { atMost, type HttpLimits } from './limits.ts';

/** The account somebody is signed in to; null: none. */
export type AccountOf = (request: FastifyRequest) => Promise<AccountId | null>;

export interface DoorRoutesOptions {
  readonly registry: WorkshopRegistry;
  readonly door: Door;
  readonly links: Links;
  readonly tickets: Tickets;
  readonly authorize: Authorize;
  readonly browserCookie: BrowserCookie;
  readonly accountOf: AccountOf;
  readonly clock: Clock;
  readonly limits: HttpLimits;
}

const language = z.enum(LANGUAGES);
const role = z.enum(ROLES);
const params = z.object({ id: workshopId });
const name = line(200);
const secret = z.string().min(20).max(100);
const shownText = z.object({ en: z.string().optional(), 'zh-Hans': z.string().optional() });

export const doorRoutes = async (instance: FastifyInstance, options: DoorRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { registry, door, browserCookie, limits } = options;

  const running = async (workshop: WorkshopId) => {
    const found = await registry.find(workshop);
    if (!found) throw new HttpRefusal(404, 'workshop/unknown');
    return found;
  };

  const linkWith = async (workshop: WorkshopId, given: string) => {
    const found = await options.links.find(workshop, given);
    // An unknown workshop and a wrong link are answered alike, so that addresses cannot be probed.
    if (!found.ok) throw new HttpRefusal(403, found.code);
    return found.link;
  };

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
            closed: z.boolean(),
            /** When this role may come in; null: now, as far as the time goes. */
            opensAt: z.number().nullable(),
            language,
            /** Set by a personal link: whom it was made out to. */
            person: z.object({ name: z.string(), line: z.string() }).nullable(),
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
      const who = { account: await options.accountOf(request), browser: browserCookie.read(request) };
      if (await door.isBarred(room, link, who)) throw new HttpRefusal(403, 'access/banned');
      const { brief, session, lobby } = room.state;
      return {
        title: brief.title,
        phase: session.phase,
        startsAt: brief.startsAt ?? null,
        timeZone: brief.timeZone,
        role: link.role,
        knocks: lobby.door === 'knock' && !ROLES_WITHOUT_KNOCKING.includes(link.role),
        closed: isClosed(room.state, link.role, options.clock.now()),
        opensAt: notOpenBefore(room.state, link.role, options.clock.now()),
        language: brief.language,
        person: link.person === null ? null : inviteeOf(room.state, link.person, brief.language),
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
      const entered = await door.enter(room, {
        by: link,
        guest: request.body.guest,
        language: request.body.language,
        account: await options.accountOf(request),
        browser: browserCookie.ensure(request, reply),
      });
      if (!entered.ok) {
        if ('code' in entered) throw new HttpRefusal(403, entered.code);
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
};
