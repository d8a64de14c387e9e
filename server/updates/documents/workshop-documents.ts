/**
 * A workshop's draft and minutes as files to keep: DOCX, PDF, HTML, Markdown, the draft also as a newsroom's ZIP. Owns the routes and names of files; whom to admit and where facts
 * come from is given. Nothing is stored here.
 */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import type { Document } from '../../../shared/document/document.ts';
import { documentHtml } from '../../../shared/document/renderers/to-html.ts';
import { documentMarkdown } from '../../../shared/document/renderers/to-markdown.ts';
import { photosOf } from '../../../shared/document/text.ts';
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import { compileMinutes } from '../../../shared/minutes/compile.ts';
import { minutesDocument } from '../../../shared/minutes/to-document.ts';
import { workshopId } from '../../../shared/protocol/text-schemas.ts';
import { isoDay } from '../../../shared/publication/days.ts';
import { editionOfArticle } from '../../../shared/publication/from-article.ts';
import type { Permission } from '../../../shared/workshop/permissions.ts';
import { documentDocx } from '../../documents/docx.ts';
import type { Picture, Pictures } from '../../documents/picture.ts';
import type { Clock } from '../../ports.ts';
import type { ReadDraftArticles } from '../drafting/as-article.ts';
import type { UpdateRoutesOptions } from '../update-routes.ts';
import type { WorkshopMaterial } from '../publishing/from-workshop.ts';
import { newsroom } from './newsroom.ts';
import type { PrintPdf } from './print.ts';

export interface WorkshopDocumentsOptions extends UpdateRoutesOptions {
  readonly clock: Clock;
  readonly print: PrintPdf;
  /** The draft as its editors have it. */
  readonly articles: Pick<ReadDraftArticles, 'read'>;
  /** A picture of the workshop as documents can hold it; null when it is not there. */
  openPicture(workshop: WorkshopId, file: string): Promise<Picture | null>;
}

type Draw = (document: Document, pictures: Pictures, day: string) => Promise<Buffer | string>;

const sources = (pictures: Pictures) => ({
  picture: ({ file }: { readonly file: string | null }) => {
    const found = file === null ? undefined : pictures.get(file);
    return found
      ? { src: `data:image/jpeg;base64,${found.jpeg.toString('base64')}`, width: found.width, height: found.height }
      : null;
  },
});

/** Media types of office documents as they are registered. */
const formatsOf = (print: PrintPdf): Readonly<Record<string, { readonly type: string; readonly draw: Draw }>> => ({
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    draw: documentDocx,
  },
  pdf: { type: 'application/pdf', draw: print },
  html: {
    type: 'text/html; charset=utf-8',
    draw: async (document, pictures) => documentHtml(document, sources(pictures)),
  },
  md: {
    type: 'text/markdown; charset=utf-8',
    draw: async (document, _pictures, date) => documentMarkdown(document, { date }),
  },
  zip: {
    type: 'application/zip',
    draw: (document, pictures, date) =>
      newsroom({
        document,
        pictures,
        print,
        html: documentHtml(document, sources(pictures)),
        markdown: (picture) =>
          documentMarkdown(document, { date }, ({ file }) => (file === null ? null : picture(file))),
      }),
  },
});
const MINUTES = ['docx', 'pdf', 'html', 'md'] as const;

export const workshopDocuments = async (
  instance: FastifyInstance,
  options: WorkshopDocumentsOptions,
): Promise<void> => {
  const { articles, authorize, loadWorkshop, readBoard, openPicture, clock } = options;
  const drawings = formatsOf(options.print);
  const app = instance.withTypeProvider<ZodTypeProvider>();

  const picturesOf = async (workshop: WorkshopId, document: Document): Promise<Pictures> => {
    const pictures = new Map<string, Picture>();
    for (const { file } of photosOf(document.blocks)) {
      const found = file === null ? null : await openPicture(workshop, file);
      if (file !== null && found) pictures.set(file, found);
    }
    return pictures;
  };

  const offer = (
    name: 'minutes' | 'draft',
    permission: Permission,
    formats: readonly string[],
    documentOf: (material: WorkshopMaterial, language: Language, workshop: WorkshopId) => Document | Promise<Document>,
  ): void => {
    for (const format of formats) {
      const drawing = drawings[format];
      if (!drawing) throw new Error(`no format ${format}`);
      app.get(
        `/api/workshops/:id/${name}.${format}`,
        {
          schema: {
            params: z.object({ id: workshopId }),
            querystring: z.strictObject({ language: z.enum(LANGUAGES).optional() }),
          },
        },
        async (request, reply) => {
          const { id } = request.params;
          const standing = await authorize(request, id, permission);
          if (!standing.ok) return reply.code(standing.status).send({ error: { code: standing.code } });
          const loaded = await loadWorkshop(id);
          if (loaded === null) return reply.code(404).send({ error: { code: 'workshop/unknown' } });
          const { brief } = loaded.state;
          const language = request.query.language ?? brief.language;
          const document = await documentOf({ ...loaded, board: await readBoard(id) }, language, id);
          const day = isoDay(brief.startsAt ?? clock.now(), brief.timeZone);
          const file = await drawing.draw(document, await picturesOf(id, document), day);
          return reply
            .type(drawing.type)
            .header('cache-control', 'no-store')
            .header('content-disposition', `attachment; filename="${name}-${day}-${language}.${format}"`)
            .send(file);
        },
      );
    }
  };

  offer('minutes', 'notes.read', MINUTES, ({ state, board }, language) =>
    minutesDocument(state, compileMinutes(state, board, clock.now()), language),
  );
  // As HTML and Markdown the draft has renderings of its own, with the marks of what is missing.
  offer('draft', 'draft.read', ['docx', 'pdf', 'zip'], async (material, language, workshop) => {
    const { article, authors } = await articles.read(workshop, material, language);
    const { headline, blocks } = editionOfArticle(article);
    return { language, title: headline, byline: authors, blocks };
  });
};
