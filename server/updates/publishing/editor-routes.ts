/** Publications for their editors over HTTP. Owns paths, schemas and rights; each step is the publisher's. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import type { OwningOrganizationId, WorkshopId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { LANGUAGES } from '../../../shared/kernel/language.ts';
import type { OrganizationPermission } from '../../../shared/organization/permissions.ts';
import { instantSchema, line, localText, paragraph, workshopId } from '../../../shared/protocol/text-schemas.ts';
import { publicationId } from '../../../shared/protocol/publication-schemas.ts';
import { PUBLICATION_STATUSES, type Edition, type Publication } from '../../../shared/publication/publication.ts';
import type { Edits } from '../../../shared/publication/lifecycle.ts';
import { errorReply, HttpRefusal } from '../../http/errors.ts';
import { mayAs, type Visitor, type Visitors } from '../../http/visitors.ts';
import type { PublicationStore } from '../../ports/updates.ts';
import type { FromWorkshop, WorkshopMaterial } from './from-workshop.ts';
import type { Published, Publisher, PublishingRefusal } from './publisher.ts';
import { latinSlug } from './slugs.ts';
import { termOf, termsOf } from './terms.ts';

export interface EditorRoutesOptions {
  readonly visitors: Pick<Visitors, 'someone' | 'member' | 'administrator'>;
  readonly store: PublicationStore;
  readonly publisher: Publisher;
  readonly fromWorkshop: FromWorkshop;
  readonly loadMaterial: (workshop: WorkshopId) => Promise<WorkshopMaterial | null>;
  /** Whose a workshop is; null: nobody's but who holds its links. */
  readonly ownerOf: (workshop: WorkshopId) => Promise<OwningOrganizationId | null>;
}

const texts = z.object({ en: z.string().optional(), 'zh-Hans': z.string().optional() });
const term = z.object({ key: z.string(), name: texts });
const obstacle = z.object({ code: z.string(), language: z.enum(LANGUAGES).optional(), about: z.string().optional() });
const shownEdition = z.object({ headline: z.string(), teaser: z.string(), authors: z.string().nullable() });
const shown = z.object({
  id: z.string(),
  version: z.number(),
  status: z.enum(PUBLICATION_STATUSES),
  workshop: z.string().nullable(),
  origin: z.enum(['workshop', 'imported', 'written']),
  programme: term.nullable(),
  themes: z.array(term),
  editions: z.object({ en: shownEdition.optional(), 'zh-Hans': shownEdition.optional() }),
  slugs: texts,
  publishAt: z.number().nullable(),
  publishedAt: z.number().nullable(),
  revisedAt: z.number().nullable(),
  timeZone: z.string(),
  corrections: z.array(z.object({ at: z.number(), text: texts })),
  mayPublish: z.boolean(),
});
const whole = shown.extend({
  obstacles: z.array(obstacle),
  versions: z.array(z.object({ version: z.number(), at: z.number(), change: z.string() })),
});
const refused = z.object({ ...errorReply.shape, obstacles: z.array(obstacle).optional() });
const answers = { 200: whole, '4xx': refused, '5xx': errorReply };

const version = z.int().min(1);
const params = z.object({ publication: publicationId });
const someEdition = z.strictObject({
  headline: z.optional(line(200)),
  teaser: z.optional(paragraph(600)),
  authors: z.optional(z.nullable(line(200))),
});

const STATUS: Partial<Record<PublishingRefusal, number>> = { 'publication/unknown': 404, 'publication/obstacles': 422 };
const SHOWN = 100;

const isMember = (visitor: Visitor, organization: OwningOrganizationId): boolean =>
  visitor.memberships.some((one) => one.organization === organization);

const mayBe = (
  visitor: Visitor,
  { organization }: Pick<Publication, 'organization'>,
  permission: OrganizationPermission,
): boolean =>
  organization === null
    ? visitor.isAdministrator
    : visitor.memberships.some((one) => one.organization === organization && mayAs(visitor, one, permission));

export const editorRoutes = async (instance: FastifyInstance, options: EditorRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { visitors, store, publisher, fromWorkshop, loadMaterial, ownerOf } = options;

  const guard = (
    request: FastifyRequest,
    organization: OwningOrganizationId | null,
    permission: OrganizationPermission,
  ): Promise<Visitor> =>
    organization === null ? visitors.administrator(request) : visitors.member(request, organization, permission);

  const editionShown = (edition: Edition | undefined) =>
    edition && { headline: edition.headline, teaser: edition.teaser, authors: edition.authors };
  const show = (one: Publication, visitor: Visitor): z.infer<typeof shown> => ({
    ...one,
    themes: [...one.themes],
    editions: Object.fromEntries(LANGUAGES.map((language) => [language, editionShown(one.editions[language])])),
    corrections: [...one.corrections],
    mayPublish: mayBe(visitor, one, 'updates.publish'),
  });
  const showWhole = async (one: Publication, visitor: Visitor): Promise<z.infer<typeof whole>> => {
    const [obstacles, versions] = await Promise.all([publisher.obstacles(one), store.versions(one.id)]);
    return { ...show(one, visitor), obstacles: [...obstacles], versions: [...versions] };
  };

  class Refused extends HttpRefusal {
    readonly obstacles: Extract<Published, { ok: false }>['obstacles'];
    constructor(status: number, code: string, obstacles: Extract<Published, { ok: false }>['obstacles']) {
      super(status, code);
      this.obstacles = obstacles;
    }
  }
  const done = (published: Published): Publication => {
    if (published.ok) return published.publication;
    throw new Refused(STATUS[published.code] ?? 409, published.code, published.obstacles);
  };
  const find = async (
    request: FastifyRequest<{ Params: z.infer<typeof params> }>,
    permission: OrganizationPermission,
  ) => {
    const asker = await visitors.someone(request);
    const publication = await store.find(request.params.publication);
    // Somebody else's is answered as one that is not there.
    if (!publication || !mayBe(asker, publication, 'updates.edit')) throw new HttpRefusal(404, 'publication/unknown');
    return { publication, visitor: await guard(request, publication.organization, permission) };
  };

  app.get(
    '/api/publications',
    {
      schema: {
        querystring: z.object({
          status: z.enum(PUBLICATION_STATUSES).optional(),
          page: z.coerce.number().int().min(1).max(1000).default(1),
        }),
        response: {
          200: z.object({ publications: z.array(shown), total: z.number() }),
          '4xx': errorReply,
          '5xx': errorReply,
        },
      },
    },
    async (request) => {
      const visitor = await visitors.someone(request);
      const organizations = [
        ...visitor.memberships
          .filter((one) => mayAs(visitor, one, 'updates.edit'))
          .map(({ organization }) => organization),
        ...(visitor.isAdministrator ? [null] : []),
      ];
      const { status, page } = request.query;
      const found = await store.list({ organizations, status, offset: (page - 1) * SHOWN, limit: SHOWN });
      return { publications: found.publications.map((one) => show(one, visitor)), total: found.total };
    },
  );

  app.post(
    '/api/publications',
    { schema: { body: z.strictObject({ workshop: workshopId }), response: { ...answers, 201: whole } } },
    async (request, reply) => {
      const { workshop } = request.body;
      const asker = await visitors.someone(request);
      const organization = await ownerOf(workshop);
      const isOurs = organization === null ? asker.isAdministrator : isMember(asker, organization);
      // To others, a workshop is answered as one that nobody holds.
      if (!isOurs) throw new HttpRefusal(404, 'workshop/unknown');
      const visitor = await guard(request, organization, 'updates.edit');
      const known = await store.ofWorkshop(workshop);
      if (known) return showWhole(known, visitor);
      const material = await loadMaterial(workshop);
      if (!material) throw new HttpRefusal(404, 'workshop/unknown');
      const begun = await fromWorkshop.begin(workshop, organization, material);
      const themes = termsOf(begun.themes.map(({ name }) => name));
      const made = done(await publisher.create({ ...begun, themes }, visitor.account, 'created'));
      return reply.code(201).send(await showWhole(made, visitor));
    },
  );

  app.get('/api/publications/:publication', { schema: { params, response: answers } }, async (request) => {
    const { publication, visitor } = await find(request, 'updates.edit');
    return showWhole(publication, visitor);
  });

  app.patch(
    '/api/publications/:publication',
    {
      schema: {
        params,
        body: z.strictObject({
          version,
          programme: z.optional(z.nullable(localText(100))),
          themes: z.array(localText(100)).max(20).optional(),
          slugs: z.strictObject({ en: z.optional(line(80)), 'zh-Hans': z.optional(line(80)) }).optional(),
          editions: z.strictObject({ en: someEdition.optional(), 'zh-Hans': someEdition.optional() }).optional(),
        }),
        response: answers,
      },
    },
    async (request) => {
      const { publication, visitor } = await find(request, 'updates.edit');
      const { body } = request;
      // What is public is changed by who may publish.
      if (publication.status !== 'draft') await guard(request, publication.organization, 'updates.publish');
      const slugs = Object.fromEntries(
        Object.entries(body.slugs ?? {}).map(([language, slug]) => [language, latinSlug(slug ?? '')]),
      ) as Publication['slugs'];
      if (Object.values(slugs).some((slug) => slug === '')) throw new HttpRefusal(400, 'publication/badSlug');
      const editions: { [L in Language]?: Edition } = { ...publication.editions };
      for (const language of LANGUAGES) {
        const [before, given] = [publication.editions[language], body.editions?.[language]];
        if (before && given) {
          const { headline = before.headline, teaser = before.teaser, authors = before.authors } = given;
          editions[language] = { ...before, headline, teaser, authors };
        }
      }
      const edits: Edits = {
        ...(body.programme !== undefined && { programme: body.programme && termOf(body.programme) }),
        ...(body.themes && { themes: termsOf(body.themes) }),
        ...(body.slugs && { slugs: { ...publication.slugs, ...slugs } }),
        ...(body.editions && { editions }),
      };
      const wish = { id: publication.id, by: visitor.account, version: body.version };
      return showWhole(done(await publisher.edit(wish, edits)), visitor);
    },
  );

  /** The editions as the working copy has them now; who is named here and not there stays named. */
  const renewed = async ({ id, workshop, editions }: Publication): Promise<Publication['editions']> => {
    const material = workshop && (await loadMaterial(workshop));
    if (!material || !workshop) throw new HttpRefusal(404, 'workshop/unknown');
    const now = await fromWorkshop.editions(id, workshop, material);
    const named = (language: Language): Edition | undefined => {
      const edition = now[language];
      return edition && { ...edition, authors: edition.authors ?? editions[language]?.authors ?? null };
    };
    return Object.fromEntries(LANGUAGES.flatMap((one) => (now[one] ? [[one, named(one)]] : [])));
  };

  /** A step of its own: its body, the right it asks for, and how it is taken. */
  const step = <Body extends z.ZodType<{ readonly version: number }>>(
    name: string,
    body: Body,
    permission: OrganizationPermission,
    take: (
      wish: Parameters<Publisher['withdraw']>[0],
      given: z.infer<Body>,
      publication: Publication,
    ) => Promise<Published>,
  ): void => {
    app.post(
      `/api/publications/:publication/${name}`,
      { schema: { params, body, response: answers } },
      async (request) => {
        const { publication, visitor } = await find(request, permission);
        const given = request.body as z.infer<Body>;
        const wish = { id: publication.id, by: visitor.account, version: given.version };
        return showWhole(done(await take(wish, given, publication)), visitor);
      },
    );
  };
  const bare = z.strictObject({ version });
  step(
    'publish',
    z.strictObject({ version, at: z.nullable(instantSchema).default(null) }),
    'updates.publish',
    (wish, { at }) => publisher.publish(wish, at),
  );
  step('lift-embargo', bare, 'updates.publish', (wish) => publisher.liftEmbargo(wish));
  step('withdraw', bare, 'updates.publish', (wish) => publisher.withdraw(wish));
  step(
    'correct',
    z.strictObject({ version, text: localText(1000), renew: z.boolean().default(false) }),
    'updates.publish',
    async (wish, { text, renew }, publication) =>
      publisher.correct(wish, text, renew ? { ...publication.editions, ...(await renewed(publication)) } : undefined),
  );
  step('renew', bare, 'updates.edit', async (wish, _given, publication) => {
    if (publication.status !== 'draft') throw new HttpRefusal(409, 'publication/notADraft');
    return publisher.edit(wish, { editions: await renewed(publication) });
  });

  // Obstacles stand beside the code; everything else is answered as everywhere.
  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof Refused)) throw error;
    return reply.code(error.statusCode).send({ error: { code: error.code }, obstacles: [...error.obstacles] });
  });
};
