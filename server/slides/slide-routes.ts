/** Slides over HTTP: a PDF in, for an item, by who presents it; its pages and their words out, to every seat. Must not know how pages are drawn. */
import { createReadStream } from 'node:fs';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { id, type CommandId, type FileId } from '../../shared/kernel/ids.ts';
import { agendaItemId, fileId, workshopId } from '../../shared/protocol/text-schemas.ts';
import { mayPresent } from '../../shared/workshop/slides/selectors.ts';
import { SLIDES_PAGES } from '../../shared/workshop/slides/types.ts';
import type { WorkshopState } from '../../shared/workshop/workshop.ts';
import type { Authorize } from '../http/authorize.ts';
import { errorReply, HttpRefusal } from '../http/errors.ts';
import { atMost, type HttpLimits } from '../http/limits.ts';
import type { Mint } from '../ports.ts';
import type { DeckRefusal, DeckShelf } from '../ports/slides.ts';

const PDF_BYTES = 40 * 1024 * 1024;
const NAME_LIMIT = 120;
const refusals = { '4xx': errorReply, '5xx': errorReply };

const STATUS: Readonly<Record<DeckRefusal, number>> = {
  'slides/tooLarge': 413,
  'slides/notAPdf': 422,
  'slides/locked': 422,
  'slides/tooManyPages': 422,
  'slides/tooLong': 422,
  'slides/busy': 503,
};

/** What people see of a file's name: one line, without what could not stand in one. */
const nameOf = (name: string): string =>
  name
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .slice(0, NAME_LIMIT) || 'PDF';

/** The one file of a form. The form's parser throws plain errors at whatever is no form: all that is thrown here is the sender's doing. */
const pdfIn = async (request: FastifyRequest): Promise<{ readonly name: string; readonly pdf: Buffer }> => {
  try {
    const part = await request.file();
    if (!part) throw new HttpRefusal(422, 'slides/notAPdf');
    const pdf = await part.toBuffer();
    if (part.file.truncated) throw new HttpRefusal(413, 'slides/tooLarge');
    return { name: nameOf(part.filename), pdf };
  } catch (error) {
    if (error instanceof HttpRefusal) throw error;
    if (error instanceof Error && 'statusCode' in error)
      throw error.statusCode === 413 ? new HttpRefusal(413, 'slides/tooLarge') : error;
    throw new HttpRefusal(400, 'http/malformed');
  }
};

const holds = ({ slides }: WorkshopState, deck: FileId): boolean =>
  Object.values(slides.decks).some((one) => one.id === deck);

export interface SlideRoutesOptions {
  readonly shelf: DeckShelf;
  readonly authorize: Authorize;
  readonly mint: Mint;
  readonly limits: Pick<HttpLimits, 'uploading'>;
}

export const slideRoutes = async (instance: FastifyInstance, options: SlideRoutesOptions): Promise<void> => {
  const { shelf, authorize, mint, limits } = options;
  await instance.register(multipart, { limits: { files: 1, fields: 0, fileSize: PDF_BYTES } });
  const app = instance.withTypeProvider<ZodTypeProvider>();

  app.post(
    '/api/workshops/:id/items/:item/slides',
    {
      config: atMost(limits.uploading),
      schema: {
        params: z.object({ id: workshopId, item: agendaItemId }),
        response: { 201: z.object({ id: z.string(), name: z.string(), pages: z.number() }), ...refusals },
      },
    },
    async (request, reply) => {
      const { id: workshop, item } = request.params;
      const { room, seat } = await authorize.seat(request, workshop, 'slides.present');
      // Asked before the file is read: whoever may not, need not send it all.
      if (!mayPresent(room.state, seat, item)) throw new HttpRefusal(403, 'slides/notPresenting');
      if (room.state.session.phase === 'ended') throw new HttpRefusal(409, 'session/over');
      const { name, pdf } = await pdfIn(request);
      const kept = await shelf.keep(workshop, pdf);
      if (!kept.ok) throw new HttpRefusal(STATUS[kept.code], kept.code);
      const deck = { id: kept.id, name, pages: kept.pages.length };
      const said = await room.dispatch({ kind: 'door' }, id<CommandId>(mint.id()), {
        type: 'slides/put',
        seat,
        item,
        deck,
      });
      if (!said.ok) {
        await shelf.drop(workshop, deck.id);
        if ('error' in said) throw new HttpRefusal(503, 'http/unavailable');
        throw new HttpRefusal(409, said.refusal.code);
      }
      return reply.code(201).send(deck);
    },
  );

  app.get(
    '/api/workshops/:id/slides/:deck',
    {
      schema: {
        params: z.object({ id: workshopId, deck: fileId }),
        response: {
          200: z.object({
            pages: z.array(z.object({ width: z.number(), height: z.number(), text: z.string() })),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { id: workshop, deck } = request.params;
      const { room } = await authorize.seat(request, workshop, 'files.read');
      const pages = holds(room.state, deck) ? await shelf.pages(workshop, deck) : null;
      if (pages === null) throw new HttpRefusal(404, 'file/unknown');
      return reply.header('cache-control', 'private, max-age=86400, immutable').send({ pages: [...pages] });
    },
  );

  app.get(
    '/api/workshops/:id/slides/:deck/:page',
    {
      schema: {
        params: z.object({
          id: workshopId,
          deck: fileId,
          page: z.coerce.number().int().min(1).max(SLIDES_PAGES),
        }),
      },
    },
    async (request, reply) => {
      const { id: workshop, deck, page } = request.params;
      const { room } = await authorize.seat(request, workshop, 'files.read');
      const path = holds(room.state, deck) ? await shelf.open(workshop, deck, page) : null;
      if (path === null) throw new HttpRefusal(404, 'file/unknown');
      return reply
        .type('image/webp')
        .header('cache-control', 'private, max-age=86400, immutable')
        .header('content-disposition', 'inline')
        .send(createReadStream(path));
    },
  );
};
