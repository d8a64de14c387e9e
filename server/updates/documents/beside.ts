/** What is to be had beside a public article: its files by name. Owns names and types; each format is made in a file of its own. */
import type { FastifyReply } from 'fastify';
import { documentHtml } from '../../../shared/document/renderers/to-html.ts';
import { documentMarkdown } from '../../../shared/document/renderers/to-markdown.ts';
import { wechatHtml } from '../../../shared/document/renderers/to-wechat.ts';
import { textIn } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { updatesArea } from '../../../shared/languages/areas/updates.ts';
import { isoDay } from '../../../shared/publication/days.ts';
import { escapeHtml } from '../../../shared/document/renderers/escape.ts';
import { documentDocx } from '../../documents/docx.ts';
import type { PrintPdf } from './print.ts';
import type { Pictures } from '../../documents/picture.ts';
import type { PictureShelf } from '../../ports/updates.ts';
import { jpegOf } from '../../files/jpeg.ts';
import { articlePath, picturePath } from '../pages/addresses.ts';
import { answer, HTML } from '../pages/answer.ts';
import type { OpenEdition, PublicRoutesOptions } from '../pages/public-routes.ts';
import { documentOf } from './document-of.ts';
import { newsroom } from './newsroom.ts';
import { readPictures } from './pictures.ts';

const dataUri = (mediaType: string, body: Buffer): string => `data:${mediaType};base64,${body.toString('base64')}`;

const asFile = (reply: FastifyReply, { publication, language }: OpenEdition, ending: string): FastifyReply =>
  reply.header('content-disposition', `attachment; filename="${publication.slugs[language] ?? 'update'}.${ending}"`);

const markdownOf = (open: OpenEdition, picture: (file: string) => string | null): string => {
  const { site, publication, language, edition } = open;
  return documentMarkdown(
    documentOf(publication, language, edition),
    {
      date: isoDay(publication.publishedAt ?? publication.createdAt, publication.timeZone),
      teaser: edition.teaser,
      authors: edition.authors,
      programme: publication.programme && textIn(publication.programme.name, language),
      themes: publication.themes.map(({ name }) => textIn(name, language)),
      source: site.base + articlePath(publication.slugs[language] ?? ''),
    },
    ({ file }) => (file === null ? null : picture(file)),
  );
};

const htmlOf = async (shelf: PictureShelf, { publication, language, edition }: OpenEdition): Promise<string> => {
  const pictures = await readPictures(shelf, publication, edition, 'medium');
  return documentHtml(documentOf(publication, language, edition), {
    picture: ({ file }) => {
      const found = file === null ? undefined : pictures.get(file);
      return found ? { src: dataUri(found.mediaType, found.body), width: found.width, height: found.height } : null;
    },
  });
};

/** The largest there is, as JPEG: newsrooms print them. */
const picturesOf = async (shelf: PictureShelf, { publication, edition }: OpenEdition): Promise<Pictures> => {
  const pictures = await readPictures(shelf, publication, edition, 'full');
  return new Map(await Promise.all([...pictures].map(async ([file, { body }]) => [file, await jpegOf(body)] as const)));
};

const newsroomOf = async (shelf: PictureShelf, print: PrintPdf, open: OpenEdition): Promise<Buffer> =>
  newsroom({
    document: documentOf(open.publication, open.language, open.edition),
    pictures: await picturesOf(shelf, open),
    print,
    html: await htmlOf(shelf, open),
    markdown: (picture) => markdownOf(open, picture),
  });

/** Its own policy: the styles stand on the elements, which is the point of it. */
const WECHAT_POLICY =
  "default-src 'none'; img-src 'self'; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export const besideArticle = (shelf: PictureShelf, print: PrintPdf): PublicRoutesOptions['beside'] => ({
  'article.html': async (open, request, reply) =>
    answer(request, asFile(reply, open, 'html'), HTML, await htmlOf(shelf, open)),
  'article.md': async (open, request, reply) => {
    const address = (file: string): string => {
      const photo = open.edition.blocks.find((block) => block.kind === 'photo' && block.file === file);
      const known = photo?.kind === 'photo' ? photo.file : null;
      return known === null ? '' : open.site.base + picturePath(open.publication.id, known, 'full');
    };
    return answer(
      request,
      asFile(reply, open, 'md'),
      'text/markdown; charset=utf-8',
      markdownOf(open, (file) => address(file)),
    );
  },
  'article.docx': async (open, request, reply) =>
    answer(
      request,
      asFile(reply, open, 'docx'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      await documentDocx(documentOf(open.publication, open.language, open.edition), await picturesOf(shelf, open)),
    ),
  'article.pdf': async (open, request, reply) =>
    answer(
      request,
      asFile(reply, open, 'pdf'),
      'application/pdf',
      await print(documentOf(open.publication, open.language, open.edition), await picturesOf(shelf, open)),
    ),
  'newsroom.zip': async (open, request, reply) =>
    answer(request, asFile(reply, open, 'zip'), 'application/zip', await newsroomOf(shelf, print, open)),
  'wechat.html': async ({ site, publication, language, edition }, request, reply) => {
    const measures = await shelf.measures(publication.id);
    const inside = wechatHtml(documentOf(publication, language, edition), ({ file }) =>
      file !== null && measures.some((one) => one.file === file)
        ? { src: site.base + picturePath(publication.id, file, 'card') }
        : null,
    );
    const hint = escapeHtml(say(updatesArea, language, 'officialHint'));
    const title = escapeHtml(edition.headline);
    reply.header('content-security-policy', WECHAT_POLICY).header('x-robots-tag', 'noindex');
    return answer(
      request,
      reply,
      HTML,
      `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body style="max-width:677px;margin:1rem auto;padding:0 1rem;background:#fff"><p style="user-select:none;-webkit-user-select:none;padding:.75rem 1rem;background:#f1ede3;color:#5c564b;font:14px/1.5 sans-serif">${hint}</p>\n${inside}\n</body></html>\n`,
    );
  },
});
