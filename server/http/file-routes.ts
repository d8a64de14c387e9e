/** Photos over HTTP: one picture in, by a seat that may; the picture out, to a seat of the same workshop. */
import { createReadStream } from 'node:fs';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { fileId, workshopId } from '../../shared/protocol/text-schemas.ts';
import type { FileCabinet } from '../ports.ts';
import type { Authorize } from './authorize.ts';
import { errorReply, HttpRefusal } from './errors.ts';
import { atMost, type HttpLimits } from './limits.ts';

const PICTURE_BYTES = 12 * 1024 * 1024;

const stored = z.object({
  id: z.string(),
  mediaType: z.string(),
  width: z.number(),
  height: z.number(),
  bytes: z.number(),
});

/** The one file of a form. The form's parser throws plain errors at whatever is no form: all that is thrown here is the sender's doing. */
const pictureIn = async (request: FastifyRequest): Promise<Buffer> => {
  try {
    const part = await request.file();
    if (!part) throw new HttpRefusal(400, 'file/notAPicture');
    const body = await part.toBuffer();
    // toBuffer throws when it meets the limit, but not when the limit falls behind the last chunk.
    if (part.file.truncated) throw new HttpRefusal(413, 'file/tooLarge');
    return body;
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error) throw error;
    throw new HttpRefusal(400, 'http/malformed');
  }
};

export const fileRoutes = async (
  instance: FastifyInstance,
  {
    files,
    authorize,
    limits,
  }: { readonly files: FileCabinet; readonly authorize: Authorize; readonly limits: HttpLimits },
): Promise<void> => {
  await instance.register(multipart, { limits: { files: 1, fields: 0, fileSize: PICTURE_BYTES } });
  const app = instance.withTypeProvider<ZodTypeProvider>();

  app.post(
    '/api/workshops/:id/files',
    {
      config: atMost(limits.uploading),
      schema: {
        params: z.object({ id: workshopId }),
        response: { 201: stored, '4xx': errorReply, '5xx': errorReply },
      },
    },
    async (request, reply) => {
      const { seat } = await authorize.seat(request, request.params.id, 'files.upload');
      const kept = await files.keep(request.params.id, seat, await pictureIn(request));
      if (!kept.ok) throw new HttpRefusal(kept.code === 'file/tooLarge' ? 413 : 422, kept.code);
      const { id, mediaType, width, height, bytes } = kept.file;
      return reply.code(201).send({ id, mediaType, width, height, bytes });
    },
  );

  app.get(
    '/api/workshops/:id/files/:file',
    { schema: { params: z.object({ id: workshopId, file: fileId }) } },
    async (request, reply) => {
      await authorize.seat(request, request.params.id, 'files.read');
      const found = await files.open(request.params.id, request.params.file);
      if (!found) throw new HttpRefusal(404, 'file/unknown');
      return reply
        .type(found.file.mediaType)
        .header('cache-control', 'private, max-age=86400, immutable')
        .header('content-disposition', 'inline')
        .send(createReadStream(found.path));
    },
  );
};
