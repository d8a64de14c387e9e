/** The addresses of Program Updates. Owns what each answers and its redirects; pages draw themselves, publications are only read. */
import { createReadStream } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { renderSVG } from 'uqr';
import { photosOf } from '../../../shared/document/text.ts';
import { id, isId, type FileId, type PublicationId } from '../../../shared/kernel/ids.ts';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import { languagesOf, type Edition, type Publication } from '../../../shared/publication/publication.ts';
import { slugKey } from '../../../shared/publication/slugs.ts';
import { PICTURE_SIZES, type PictureShelf, type PublicationStore } from '../../ports/updates.ts';
import { queryOf } from '../../search/query.ts';
import { articlePath, besidePath, LIST, preferredLanguage, type ListAsk, type Site } from './addresses.ts';
import { answer, HTML } from './answer.ts';
import { articlePage } from './article-page.ts';
import { FEED_TYPES, feedOf, robots, siteMap, type FeedKind } from './feeds.ts';
import { listPage } from './list-page.ts';
import { noPage } from './no-page.ts';
import { shareScript } from './share-script.ts';
import { icon, style, stylePath } from './style.ts';

/** A public edition, as what is beside its page asks for it. */
export interface OpenEdition {
  readonly site: Site;
  readonly publication: Publication;
  readonly language: Language;
  readonly edition: Edition;
}

export interface PublicRoutesOptions {
  readonly store: PublicationStore;
  readonly shelf: PictureShelf;
  readonly siteOf: (request: FastifyRequest) => Site;
  /** Where WeChat's script is to be had, when this installation has an account there; whole, with its host. */
  readonly wechatScript: string | null;
  /** What is to be had beside an article, by the name at the end of its address. */
  readonly beside: Readonly<
    Record<string, (open: OpenEdition, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>>
  >;
}

const PAGE_SIZE = 20;
const IN_FEED = 30;
const IN_SITE_MAP = 50_000;
const YEAR_LONG = 31_536_000;

const text = (most: number) => z.string().max(most).catch('');
const listQuery = z.object({
  language: z.enum(LANGUAGES).optional().catch(undefined),
  q: text(200).default(''),
  programme: text(100).default(''),
  theme: text(100).default(''),
  year: z.coerce.number().int().min(1000).max(9999).nullable().catch(null).default(null),
  edition: z.enum(LANGUAGES).nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});

export const publicRoutes = async (app: FastifyInstance, options: PublicRoutesOptions): Promise<void> => {
  // Pages for people are no part of the API's description.
  app.addHook('onRoute', (route) => {
    route.schema = { ...route.schema, hide: true };
  });
  const { store, shelf, siteOf, beside, wechatScript } = options;

  const languageOf = (request: FastifyRequest, reply: FastifyReply): Language => {
    const asked = listQuery.parse(request.query).language;
    if (asked) return asked;
    reply.header('vary', 'Accept-Language');
    return preferredLanguage(request.headers['accept-language']);
  };
  const noSuch = (request: FastifyRequest, reply: FastifyReply, why: 'notFound' | 'gone'): FastifyReply =>
    answer(
      request,
      reply.code(why === 'gone' ? 410 : 404),
      HTML,
      noPage(siteOf(request), languageOf(request, reply), why),
    );

  app.get(LIST, async (request, reply) => {
    const language = languageOf(request, reply);
    const ask: ListAsk = { ...listQuery.parse(request.query), language };
    const query = queryOf(ask.q);
    const found = {
      language,
      edition: ask.edition ?? undefined,
      programme: ask.programme || undefined,
      theme: ask.theme || undefined,
      year: ask.year ?? undefined,
    };
    const offset = (ask.page - 1) * PAGE_SIZE;
    const nothing = { lines: [], total: 0 };
    // Signs alone are words to nobody; they find nothing rather than everything.
    const isEmpty = ask.q.trim() !== '' && query === null;
    const [{ lines, total }, terms] = await Promise.all([
      isEmpty ? nothing : store.search({ ...found, offset, limit: PAGE_SIZE, ...(query && { tokens: query }) }),
      store.terms(),
    ]);
    if (lines.length === 0 && ask.page > 1) return noSuch(request, reply, 'notFound');
    const page = { site: siteOf(request), ask: { ...ask, q: ask.q.trim() }, query, lines, total, terms };
    return answer(request, reply, HTML, listPage({ ...page, pageSize: PAGE_SIZE }));
  });
  app.get(`${LIST}/`, (_request, reply) => reply.redirect(LIST, 301));

  app.get(stylePath, (request, reply) => answer(request, reply, 'text/css; charset=utf-8', style, YEAR_LONG));
  app.get(`${LIST}/share.js`, (request, reply) =>
    answer(request, reply, 'text/javascript; charset=utf-8', shareScript, 3600),
  );
  app.get(`${LIST}/icon.svg`, (request, reply) => answer(request, reply, 'image/svg+xml; charset=utf-8', icon, 86_400));
  for (const kind of Object.keys(FEED_TYPES) as FeedKind[]) {
    app.get(`${LIST}/${kind}`, async (request, reply) => {
      const language = languageOf(request, reply);
      const { lines } = await store.search({ language, offset: 0, limit: IN_FEED });
      return answer(request, reply, FEED_TYPES[kind], feedOf(siteOf(request), language, kind, lines), 300);
    });
  }
  app.get('/sitemap.xml', async (request, reply) => {
    const { lines } = await store.search({ language: 'en', offset: 0, limit: IN_SITE_MAP });
    return answer(request, reply, 'application/xml; charset=utf-8', siteMap(siteOf(request), lines), 3600);
  });
  app.get('/robots.txt', (request, reply) =>
    answer(request, reply, 'text/plain; charset=utf-8', robots(siteOf(request)), 3600),
  );

  /** The open edition at this address; null when it has been answered already. Never the reply itself: to await one that is sent gives nothing. */
  const openAt = async (
    request: FastifyRequest,
    reply: FastifyReply,
    slug: string,
    name: string | null,
  ): Promise<OpenEdition | null> => {
    const found = await store.findBySlug(slugKey(slug));
    const status = found?.publication.status;
    const refuse = (why: 'notFound' | 'gone'): null => (noSuch(request, reply, why), null);
    if (!found || (status !== 'published' && status !== 'withdrawn')) return refuse('notFound');
    if (status === 'withdrawn') return refuse('gone');
    const { publication, language } = found;
    const [edition, current] = [publication.editions[language], publication.slugs[language]];
    if (!edition || current === undefined) return refuse('notFound');
    if (current !== slug) {
      reply.redirect(name === null ? articlePath(current) : besidePath(current, name), 301);
      return null;
    }
    return { site: siteOf(request), publication, language, edition };
  };

  app.get<{ Params: { slug: string } }>(`${LIST}/:slug`, async (request, reply) => {
    const open = await openAt(request, reply, request.params.slug, null);
    if (!open) return reply;
    const { publication, language } = open;
    // Nobody else's host is named to anybody but WeChat's own browser, and there only where the card is signed.
    const forWechat = wechatScript !== null && /MicroMessenger/i.test(request.headers['user-agent'] ?? '');
    if (wechatScript !== null) reply.header('vary', 'User-Agent');
    if (forWechat) {
      const policy = String(reply.getHeader('content-security-policy') ?? '');
      const { origin } = new URL(wechatScript);
      reply.header('content-security-policy', policy.replace("script-src 'self'", `script-src 'self' ${origin}`));
    }
    const [pictures, related] = await Promise.all([
      shelf.measures(publication.id),
      store.related(publication.id, language, 4),
    ]);
    return answer(
      request,
      reply,
      HTML,
      articlePage({
        ...open,
        pictures,
        related,
        wechatScript: forWechat ? wechatScript : null,
        beside: Object.keys(beside),
      }),
    );
  });

  app.get<{ Params: { slug: string; name: string } }>(`${LIST}/:slug/:name`, async (request, reply) => {
    const { slug, name } = request.params;
    if (name === '') return reply.redirect(articlePath(slug), 301);
    const open = await openAt(request, reply, slug, name);
    if (!open) return reply;
    if (name === 'qr.svg') {
      const svg = renderSVG(open.site.base + articlePath(slug), { border: 2 });
      return answer(request, reply, 'image/svg+xml; charset=utf-8', svg, 86_400);
    }
    const give = Object.hasOwn(beside, name) ? beside[name] : undefined;
    return give ? give(open, request, reply) : noSuch(request, reply, 'notFound');
  });

  app.get<{ Params: { publication: string; file: string; size: string } }>(
    `${LIST}/pictures/:publication/:file/:size`,
    async (request, reply) => {
      const { publication: of, file, size: wanted } = request.params;
      const size = PICTURE_SIZES.find((one) => one === wanted);
      const publication = isId(of) && isId(file) && size ? await store.find(id<PublicationId>(of)) : null;
      const isShown =
        publication?.status === 'published' &&
        languagesOf(publication).some((one) =>
          photosOf(publication.editions[one]?.blocks ?? []).some((photo) => photo.file === file),
        );
      const found = isShown && size ? await shelf.open(publication.id, id<FileId>(file), size) : null;
      if (!found) return noSuch(request, reply, 'notFound');
      return reply
        .type(found.mediaType)
        .header('cache-control', 'public, max-age=86400')
        .header('cross-origin-resource-policy', 'cross-origin')
        .send(createReadStream(found.path));
    },
  );
};
