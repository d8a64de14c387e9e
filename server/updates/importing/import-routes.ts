/** Archives over HTTP: one is sent, looked at, taken or let go. Owns paths, shapes and rights; what is done with it is the imports'. */
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { id, isId, type OwningOrganizationId } from '../../../shared/kernel/ids.ts';
import { LANGUAGES } from '../../../shared/kernel/language.ts';
import { timeZone } from '../../../shared/protocol/text-schemas.ts';
import { isTaken } from '../../../shared/publication/import-faults.ts';
import { errorReply, HttpRefusal } from '../../http/errors.ts';
import { atMost, type HttpLimits } from '../../http/limits.ts';
import type { Visitor, Visitors } from '../../http/visitors.ts';
import type { Imports, UnderWay } from './imports.ts';

export interface ImportRoutesOptions {
  readonly visitors: Pick<Visitors, 'someone' | 'member' | 'administrator'>;
  readonly imports: Imports;
  readonly limits: Pick<HttpLimits, 'uploading'>;
}

const LARGEST_ZIP = 500 * 1024 * 1024;
/** As many as a person looks through; how many there are is said beside them. */
const SHOWN = 1000;

const fault = z.object({ code: z.string(), about: z.string().optional() });
const shown = z.object({
  id: z.string(),
  phase: z.enum(['reading', 'ready', 'taking', 'done', 'failed']),
  progress: z.object({ done: z.number(), total: z.number() }),
  fault: z.object({ code: z.string(), about: z.string().nullable() }).nullable(),
  counts: z.object({ files: z.number(), updates: z.number(), bad: z.number() }),
  files: z.array(
    z.object({
      path: z.string(),
      update: z.string(),
      title: z.string(),
      publishedAt: z.number().nullable(),
      language: z.enum(LANGUAGES),
      pictures: z.number(),
      isTaken: z.boolean(),
      faults: z.array(fault),
    }),
  ),
  taken: z.array(
    z.object({
      publication: z.string(),
      title: z.string(),
      outcome: z.enum(['published', 'draft', 'changed', 'unchanged', 'editedHere', 'refused']),
      faults: z.array(fault.extend({ path: z.string() })),
      obstacles: z.array(
        z.object({ code: z.string(), language: z.enum(LANGUAGES).optional(), about: z.string().optional() }),
      ),
    }),
  ),
});
const answers = { '4xx': errorReply, '5xx': errorReply };

const show = ({ id: which, phase, progress, fault: failed, plan, taken }: UnderWay): z.infer<typeof shown> => {
  const files = plan?.files ?? [];
  const bad = files.filter(({ faults }) => !isTaken(faults));
  // What needs a look comes first when not all can be shown.
  const first = files.length > SHOWN ? [...bad, ...files.filter((one) => !bad.includes(one))].slice(0, SHOWN) : files;
  return {
    id: which,
    phase,
    progress,
    fault: failed,
    counts: { files: files.length, updates: plan?.updates.length ?? 0, bad: bad.length },
    files: first.map((file) => ({
      path: file.path,
      update: file.pair,
      title: file.title,
      publishedAt: file.publishedAt,
      language: file.language,
      pictures: file.pictures,
      isTaken: isTaken(file.faults),
      faults: file.faults.slice(0, 20),
    })),
    taken: taken.slice(-SHOWN).map(({ publication, title, outcome, faults, obstacles }) => ({
      publication,
      title,
      outcome,
      faults: faults.slice(0, 20),
      obstacles: [...obstacles],
    })),
  };
};

export const importRoutes = async (instance: FastifyInstance, options: ImportRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { visitors, imports, limits } = options;
  instance.addContentTypeParser('application/zip', (_request, payload, done) => done(null, payload));

  const mayFor = (request: FastifyRequest, organization: OwningOrganizationId | null): Promise<Visitor> =>
    organization === null ? visitors.administrator(request) : visitors.member(request, organization, 'updates.publish');

  /** Somebody else's is answered as one that is not there. */
  const own = async (request: FastifyRequest<{ Params: { import: string } }>): Promise<UnderWay> => {
    const asker = await visitors.someone(request);
    const found = imports.find(request.params.import);
    if (found?.wish.by !== asker.account || !found) throw new HttpRefusal(404, 'import/unknown');
    await mayFor(request, found.wish.organization);
    return found;
  };
  const params = z.object({ import: z.string().max(64) });

  app.post(
    '/api/publications/imports',
    {
      config: atMost(limits.uploading),
      bodyLimit: LARGEST_ZIP,
      schema: {
        querystring: z.strictObject({
          organization: z.string().max(64).refine(isId).optional(),
          timeZone,
          credit: z.string().trim().max(200).default(''),
        }),
        response: { 202: shown, ...answers },
      },
    },
    async (request, reply) => {
      const { organization, timeZone: zone, credit } = request.query;
      const of = organization === undefined ? null : id<OwningOrganizationId>(organization);
      const { account } = await mayFor(request, of);
      if (request.headers['content-type'] !== 'application/zip') throw new HttpRefusal(415, 'http/unsupportedType');
      const place = await imports.place();
      let bytes = 0;
      try {
        await pipeline(
          request.body as Readable,
          async function* (chunks: AsyncIterable<Buffer>) {
            for await (const chunk of chunks) {
              bytes += chunk.length;
              if (bytes > LARGEST_ZIP) throw new HttpRefusal(413, 'import/tooLarge');
              yield chunk;
            }
          },
          createWriteStream(place.path, { mode: 0o600 }),
        );
      } catch (cause) {
        await rm(place.path, { force: true });
        throw cause instanceof HttpRefusal ? cause : new HttpRefusal(400, 'http/malformed');
      }
      const wish = { organization: of, by: account, timeZone: zone, publish: false, credit: credit || null };
      return reply.code(202).send(show(imports.begin(place.id, wish)));
    },
  );

  app.get(
    '/api/publications/imports/:import',
    { schema: { params, response: { 200: shown, ...answers } } },
    async (request) => show(await own(request)),
  );

  app.post(
    '/api/publications/imports/:import/take',
    {
      schema: {
        params,
        body: z.strictObject({ publish: z.boolean() }),
        response: { 202: shown, ...answers },
      },
    },
    async (request, reply) => {
      const found = await own(request);
      if (!imports.take(found.id, request.body.publish)) throw new HttpRefusal(409, 'import/notReady');
      return reply.code(202).send(show(imports.find(found.id) ?? found));
    },
  );

  app.delete(
    '/api/publications/imports/:import',
    { schema: { params, response: { 204: z.null(), ...answers } } },
    async (request, reply) => {
      const found = await own(request);
      await imports.drop(found.id);
      return reply.code(204).send(null);
    },
  );
};
