/**
 * The draft of a workshop's article as its editors have it, and the workshop's file, over HTTP. Owns the routes; whom to admit and where facts come from is given.
 * Errors are `{error: {code}}`; nothing is stored here.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { id, isId, type WorkshopId } from '../../shared/kernel/ids.ts';
import { LANGUAGES, type Language } from '../../shared/kernel/language.ts';
import type { Board } from '../../shared/notes/blocks.ts';
import type { Article, HeadlineChoice } from '../../shared/update/article.ts';
import { originsOf, type Origin } from '../../shared/update/origins.ts';
import { toHtml } from '../../shared/update/renderers/to-html.ts';
import { toMarkdown } from '../../shared/update/renderers/to-markdown.ts';
import { fromState } from '../../shared/workshop-file/from-state.ts';
import type { Permission } from '../../shared/workshop/permissions.ts';
import type { Entry, WorkshopState } from '../../shared/workshop/workshop.ts';
import type { ReadDraftArticles } from './drafting/as-article.ts';

export interface UpdateRoutesOptions {
  /** The facts now; null when there is no such workshop. */
  loadWorkshop(
    workshop: WorkshopId,
  ): Promise<{ readonly state: WorkshopState; readonly entries: readonly Entry[] } | null>;
  readBoard(workshop: WorkshopId): Promise<Board>;
  /** Who asks, by the request's own credentials, and whether that seat may. */
  authorize(
    request: FastifyRequest,
    workshop: WorkshopId,
    permission: Permission,
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly status: 401 | 403; readonly code: string }>;
}

/** What the draft page reads: the article, where each of its sources stands, and other headlines. */
export interface DraftReply extends Article {
  readonly origins: Readonly<Record<string, Origin>>;
  /** What may stand in place of the headline; the first is the article's own. */
  readonly headlines: readonly HeadlineChoice[];
}

const params = z.object({ id: z.string() });
const query = z.object({ language: z.optional(z.enum(LANGUAGES)) });

export const updateRoutes = async (
  app: FastifyInstance,
  options: UpdateRoutesOptions & { readonly articles: Pick<ReadDraftArticles, 'read'> },
): Promise<void> => {
  type Handle = (
    found: {
      readonly workshop: WorkshopId;
      readonly state: WorkshopState;
      readonly entries: readonly Entry[];
      readonly board: Board;
      readonly language: Language;
    },
    reply: FastifyReply,
  ) => unknown;

  const route = (path: string, permission: Permission, handle: Handle): void => {
    app.get(path, async (request, reply) => {
      const refuse = (status: number, code: string) => reply.code(status).send({ error: { code } });
      const asked = params.safeParse(request.params);
      const wanted = query.safeParse(request.query);
      if (!wanted.success) return refuse(400, 'request/unknownLanguage');
      if (!asked.success || !isId(asked.data.id)) return refuse(404, 'workshop/unknown');
      const workshop = id<WorkshopId>(asked.data.id);
      const standing = await options.authorize(request, workshop, permission);
      if (!standing.ok) return refuse(standing.status, standing.code);
      const loaded = await options.loadWorkshop(workshop);
      if (loaded === null) return refuse(404, 'workshop/unknown');
      const board = await options.readBoard(workshop);
      reply.header('cache-control', 'no-store');
      return handle(
        { ...loaded, workshop, board, language: wanted.data.language ?? loaded.state.brief.language },
        reply,
      );
    });
  };
  const download = (reply: FastifyReply, type: string, name: string): FastifyReply =>
    reply.type(`${type}; charset=utf-8`).header('content-disposition', `attachment; filename="${name}"`);

  const drafted = ({ workshop, ...material }: Parameters<Handle>[0]) =>
    options.articles.read(workshop, material, material.language);
  route('/api/workshops/:id/draft', 'draft.read', async (found): Promise<DraftReply> => {
    const { article, headlines } = await drafted(found);
    return { ...article, origins: originsOf(article, found), headlines };
  });
  route('/api/workshops/:id/draft.html', 'draft.read', async (found, reply) =>
    download(reply, 'text/html', 'draft.html').send(toHtml((await drafted(found)).article)),
  );
  route('/api/workshops/:id/draft.md', 'draft.read', async (found, reply) =>
    download(reply, 'text/markdown', 'draft.md').send(toMarkdown((await drafted(found)).article)),
  );
  route('/api/workshops/:id/export', 'workshop.export', ({ state, entries, board }, reply) =>
    download(reply, 'application/json', 'workshop.json').send(
      `${JSON.stringify(fromState(state, entries, board), null, 2)}\n`,
    ),
  );
};
