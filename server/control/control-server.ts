/**
 * The control door: a listener of its own on this machine's loopback, for the command line alone. Owns its secret and routes.
 * It is apart from the public one, so that nothing of it can be reached from outside, whatever proxy stands before us.
 */
import { timingSafeEqual } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { PassThrough } from 'node:stream';
import fastifyFactory from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { emailAddress } from '../../shared/protocol/account-schemas.ts';
import { timeZone, workshopId } from '../../shared/protocol/text-schemas.ts';
import type { Mint } from '../ports.ts';
import { removeControlNote, writeControlNote } from './control-file.ts';
import type { Operations } from './operations.ts';

const updatesWish = z.strictObject({
  path: z.string().refine(isAbsolute),
  organization: z.string().nullable(),
  timeZone,
  credit: z.string().max(200).nullable(),
  publish: z.boolean(),
  check: z.boolean(),
});
const FILE_BYTES = 8 * 1024 * 1024;

const isSame = (given: string, wanted: string): boolean =>
  given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));

/** Listens and leaves its note in the data folder; the answer ends it and takes the note away. */
export const openControl = async (options: {
  readonly folder: string;
  readonly mint: Mint;
  readonly operations: Operations;
}): Promise<() => Promise<void>> => {
  const { folder, mint, operations } = options;
  const secret = mint.secret();
  const app = fastifyFactory({ bodyLimit: FILE_BYTES }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.addHook('onRequest', async (request, reply) => {
    // A page in this machine's browser can reach the loopback too; it cannot know the secret.
    if (isSame(request.headers.authorization ?? '', `Bearer ${secret}`)) return;
    await reply.code(401).send({ error: { code: 'access/denied' } });
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  app.get('/workshops', () => operations.list());
  app.post('/workshops', { schema: { querystring: z.strictObject({ mode: z.enum(['held', 'again']) }) } }, (request) =>
    operations.importFile(String(request.body), request.query.mode),
  );
  app.get('/workshops/:id', { schema: { params: z.object({ id: workshopId }) } }, async (request, reply) => {
    const file = await operations.exportFile(request.params.id);
    return file ?? reply.code(404).send({ error: { code: 'workshop/unknown' } });
  });

  app.post('/administrator-link', async () => ({ link: await operations.administratorLink() }));
  app.post('/sign-in-link', { schema: { querystring: z.strictObject({ email: emailAddress }) } }, async (request) => ({
    link: await operations.signInLink(request.query.email),
  }));

  app.post('/purge', () => operations.purge());
  app.post('/backup', { schema: { querystring: z.strictObject({ to: z.string().min(1) }) } }, (request) =>
    operations.backup(request.query.to),
  );

  // One line of JSON for each step, the report as the last: whoever waits for a large archive sees that it goes on.
  app.post('/updates', async (request, reply) => {
    const wish = updatesWish.safeParse(JSON.parse(String(request.body)));
    if (!wish.success) return reply.code(400).send({ error: { code: 'http/malformed' } });
    const lines = new PassThrough();
    const say = (line: object): void => void lines.write(`${JSON.stringify(line)}\n`);
    const going = operations.importUpdates(wish.data, (phase, done, total) => say({ phase, done, total }));
    void going
      .then(
        (report) => say({ report }),
        (cause: unknown) => say({ failed: cause instanceof Error ? cause.message : String(cause) }),
      )
      .finally(() => lines.end());
    return reply.type('application/x-ndjson').send(lines);
  });

  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  writeControlNote(folder, { address, secret, pid: process.pid });
  return async () => {
    removeControlNote(folder);
    await app.close();
  };
};
