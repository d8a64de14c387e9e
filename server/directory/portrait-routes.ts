/**
 * Portraits over HTTP: one in, by who may edit the directory; out to members, and to the table of a workshop whose roster copied the entry.
 * Owns paths, schemas and rights.
 */
import { createReadStream } from 'node:fs';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import type { FileId } from '../../shared/kernel/ids.ts';
import { lookUp } from '../../shared/kernel/records.ts';
import { fileId, personId, workshopId } from '../../shared/protocol/text-schemas.ts';
import type { Authorize } from '../http/authorize.ts';
import { errorReply, HttpRefusal } from '../http/errors.ts';
import { atMost, type HttpLimits } from '../http/limits.ts';
import type { Visitors } from '../http/visitors.ts';
import type { DirectoryStore, Portraits } from '../ports/directory.ts';

/** A little above what the shelf takes, so that its own No is heard. */
const BODY_BYTES = 9 * 1024 * 1024;
const refused = { '4xx': errorReply, '5xx': errorReply };

export interface PortraitRoutesOptions {
  readonly store: DirectoryStore;
  readonly portraits: Portraits;
  readonly visitors: Visitors;
  readonly authorize: Authorize;
  readonly limits: HttpLimits;
}

export const portraitRoutes = async (
  instance: FastifyInstance,
  { store, portraits, visitors, authorize, limits }: PortraitRoutesOptions,
): Promise<void> => {
  // Pictures come as bytes: what they are is found by decoding, whatever their type claims.
  instance.addContentTypeParser(/^image\//, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  const app = instance.withTypeProvider<ZodTypeProvider>();

  const send = async (reply: FastifyReply, portrait: FileId | undefined): Promise<FastifyReply> => {
    const found = portrait === undefined ? null : await portraits.open(portrait);
    if (!found) throw new HttpRefusal(404, 'file/unknown');
    return reply
      .type(found.mediaType)
      .header('cache-control', 'private, max-age=86400')
      .header('content-disposition', 'inline')
      .send(createReadStream(found.path));
  };

  app.post(
    '/api/directory/portraits',
    {
      bodyLimit: BODY_BYTES,
      config: atMost(limits.uploading),
      schema: { response: { 201: z.object({ portrait: z.string() }), ...refused } },
    },
    async (request, reply) => {
      await visitors.memberAnywhere(request, 'directory.edit');
      if (!(request.body instanceof Uint8Array)) throw new HttpRefusal(415, 'file/notAPicture');
      const kept = await portraits.keep(request.body);
      if (!kept.ok) throw new HttpRefusal(kept.code === 'file/tooLarge' ? 413 : 422, kept.code);
      return reply.code(201).send({ portrait: kept.portrait });
    },
  );

  app.get(
    '/api/directory/portraits/:portrait',
    { schema: { params: z.object({ portrait: fileId }) } },
    async (request, reply) => {
      await visitors.memberAnywhere(request, 'directory.read');
      return send(reply, request.params.portrait);
    },
  );

  app.get(
    '/api/workshops/:id/portraits/:person',
    { schema: { params: z.object({ id: workshopId, person: personId }) } },
    async (request, reply) => {
      const { room } = await authorize.seat(request, request.params.id, 'files.read');
      const copied = lookUp(room.state.roster.people, request.params.person)?.directory;
      const [kept] = copied === undefined ? [] : await store.find([copied]);
      return send(reply, kept?.entry.kind === 'person' ? kept.entry.portrait : undefined);
    },
  );
};
