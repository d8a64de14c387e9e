/** Routes by which drafts come to be, alone or as a series. Owns paths, schemas and who may copy whose workshop. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { instant, type WorkshopId } from '../../shared/kernel/ids.ts';
import { LANGUAGES } from '../../shared/kernel/language.ts';
import { recurring } from '../../shared/planning/recurrence.ts';
import { SHIPPED_TEMPLATES, type TemplateItem } from '../../shared/planning/templates.ts';
import { line, localText, timeZone, workshopId } from '../../shared/protocol/text-schemas.ts';
import type { WorkshopState } from '../../shared/workshop/workshop.ts';
import type { Door } from '../accounts/door.ts';
import type { BrowserCookie } from '../http/browser-cookie.ts';
import type { OwnerFor } from '../http/accounts/owner.ts';
import { HttpRefusal } from '../http/errors.ts';
import { atMost, type HttpLimits } from '../http/limits.ts';
import type { Visitors } from '../http/visitors.ts';
import type { PlanningStore } from '../ports/planning.ts';
import type { Founding } from '../workshops/founding.ts';
import type { WorkshopRegistry } from '../workshops/registry.ts';
import type { Drafts } from './drafts.ts';
import { refused } from './schemas.ts';
import type { OwnedWorkshop } from './owned.ts';

export interface DraftRoutesOptions {
  readonly visitors: Visitors;
  readonly ownerFor: OwnerFor;
  readonly owned: OwnedWorkshop;
  readonly drafts: Drafts;
  readonly store: PlanningStore;
  readonly registry: WorkshopRegistry;
  readonly door: Door;
  readonly browserCookie: BrowserCookie;
  readonly limits: HttpLimits;
}

const startsAt = z.number().int().min(0).max(7_258_118_400_000).nullable();
const seated = z.object({ workshop: z.string(), seat: z.string(), seatToken: z.string() });

/** As many as a series may be drawn up at once. */
const SERIES_LIMIT = 26;

export const draftRoutes = async (instance: FastifyInstance, options: DraftRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { visitors, ownerFor, owned, drafts, store, registry, door, browserCookie, limits } = options;

  const founded = (founding: Founding): WorkshopId => {
    if (!founding.ok) throw new HttpRefusal(422, founding.code);
    return founding.workshop;
  };

  const itemsOf = async (request: FastifyRequest, wanted: string | null): Promise<readonly TemplateItem[]> => {
    if (wanted === null) return [];
    const shipped = SHIPPED_TEMPLATES.find(({ id }) => id === wanted);
    if (shipped) return shipped.items;
    const { memberships } = await visitors.signedIn(request);
    const saved = await store.templates(memberships.map(({ organization }) => organization));
    const found = saved.find(({ id }) => id === wanted);
    if (!found) throw new HttpRefusal(404, 'planning/unknownTemplate');
    return found.items;
  };

  const takeChair = async (request: FastifyRequest, reply: FastifyReply, workshop: WorkshopId, name: string) => {
    const visitor = await visitors.of(request);
    const running = await registry.find(workshop);
    const entered =
      running &&
      (await door.enter(running.room, {
        by: 'founder',
        guest: { name: visitor?.name ?? name },
        language: visitor?.language ?? running.room.state.brief.language,
        account: visitor?.account ?? null,
        browser: browserCookie.ensure(request, reply),
      }));
    if (!entered?.ok) throw new HttpRefusal(503, 'http/unavailable');
    return { workshop, seat: entered.seat, seatToken: entered.seatToken };
  };

  app.post(
    '/api/planning/workshops',
    {
      config: atMost(limits.founding * 5),
      schema: {
        body: z.strictObject({
          title: localText(300),
          language: z.enum(LANGUAGES),
          timeZone,
          startsAt,
          /** Null: an empty agenda. */
          template: z.string().max(64).nullable(),
          /** Of who has no account. */
          name: z.optional(line(200)),
        }),
        response: { 201: seated, ...refused },
      },
    },
    async (request, reply) => {
      const owner = await ownerFor(request);
      const { template, name, startsAt: begins, ...wish } = request.body;
      const items = await itemsOf(request, template);
      const founding = await drafts.fromItems(
        { ...wish, startsAt: begins === null ? null : instant(begins) },
        items,
        owner,
      );
      reply.code(201);
      return takeChair(request, reply, founded(founding), name ?? 'Chair');
    },
  );

  app.post(
    '/api/planning/workshops/:id/copies',
    {
      config: atMost(limits.founding * 5),
      schema: {
        params: z.object({ id: workshopId }),
        body: z.strictObject({
          title: z.optional(localText(300)),
          startsAt,
          /** `next`: one place further in its series. */
          as: z.enum(['copy', 'next']),
          keepsSpeakers: z.boolean(),
        }),
        response: { 201: seated, ...refused },
      },
    },
    async (request, reply) => {
      const { state, organization } = await owned.asked(request, request.params.id, 'workshops.manage');
      const { account } = await visitors.signedIn(request);
      const { title, startsAt: begins, as, keepsSpeakers } = request.body;
      const wish = {
        startsAt: begins === null ? null : instant(begins),
        ordinalsAhead: as === 'next' ? 1 : 0,
        keepsSpeakers,
        title,
      };
      const founding = await drafts.fromWorkshop(state, wish, { organization, account });
      reply.code(201);
      return takeChair(request, reply, founded(founding), 'Chair');
    },
  );

  const recurrence = z.strictObject({
    every: z.enum(['week', 'monthDay', 'monthWeekday']),
    interval: z.number().int().min(1).max(52),
  });

  const firstOf = ({ brief }: WorkshopState) => {
    if (brief.startsAt === undefined) throw new HttpRefusal(422, 'planning/noTime');
    return brief.startsAt;
  };

  app.post(
    '/api/planning/workshops/:id/series',
    {
      config: atMost(limits.founding),
      schema: {
        params: z.object({ id: workshopId }),
        body: z.strictObject({
          rule: recurrence,
          count: z.number().int().min(1).max(SERIES_LIMIT),
          keepsSpeakers: z.boolean(),
        }),
        response: {
          201: z.object({ workshops: z.array(z.object({ id: z.string(), startsAt: z.number() })) }),
          ...refused,
        },
      },
    },
    async (request, reply) => {
      const { state, organization } = await owned.asked(request, request.params.id, 'workshops.manage');
      const { account } = await visitors.signedIn(request);
      const { rule, count, keepsSpeakers } = request.body;
      const made: { readonly id: string; readonly startsAt: number }[] = [];
      for (const [n, { at }] of recurring(firstOf(state), state.brief.timeZone, rule, count).entries()) {
        const wish = { startsAt: at, ordinalsAhead: n + 1, keepsSpeakers };
        const founding = await drafts.fromWorkshop(state, wish, { organization, account });
        made.push({ id: founded(founding), startsAt: at });
      }
      return reply.code(201).send({ workshops: made });
    },
  );
};
