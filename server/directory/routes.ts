/** The directory over HTTP: finding, keeping, duplicates, merging and taking back. Owns paths, schemas and rights; mail addresses go to members alone. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { DIRECTORY_KINDS, organizationsNamedIn, type DirectoryEntry } from '../../shared/directory/entries.ts';
import { directoryEntry, directoryWish, keptEntry } from '../../shared/protocol/entry-schemas.ts';
import { directoryId } from '../../shared/protocol/text-schemas.ts';
import { findOut } from '../http/asked.ts';
import { errorReply, HttpRefusal } from '../http/errors.ts';
import type { Visitors } from '../http/visitors.ts';
import type { Clock, Mint } from '../ports.ts';
import type { DirectoryAct, DirectoryStore, KeptEntry } from '../ports/directory.ts';
import { REASONS, suspicions } from './duplicates.ts';
import { termsOf } from './indexing/words.ts';
import { freshId, type Kept, type Keeping } from './keeping.ts';
import type { UnnamedPortraits } from './unnamed-portraits.ts';

export interface DirectoryRoutesOptions {
  readonly store: DirectoryStore;
  readonly keeping: Keeping;
  readonly unnamed: Pick<UnnamedPortraits, 'drop'>;
  readonly visitors: Visitors;
  readonly clock: Clock;
  readonly mint: Mint;
}

const refused = { '4xx': errorReply, '5xx': errorReply };
const version = z.int().check(z.gte(1));
const seen = z.strictObject({ id: directoryId, version });
const kept = keptEntry;
const listed = z.object({ total: z.int(), entries: z.array(kept), organizations: z.array(kept) });
const act = z.object({
  id: z.string(),
  at: z.number(),
  kind: z.enum(['merged', 'removed']),
  gone: directoryEntry,
  into: z.nullable(directoryEntry),
  undoneAt: z.nullable(z.number()),
});

const shown = ({ id, at, kind, gone, into, undoneAt }: DirectoryAct) => ({
  id,
  at,
  kind,
  gone,
  into: into?.before ?? null,
  undoneAt,
});

const STATUS: Readonly<Record<string, number>> = { 'directory/unknown': 404, 'directory/changedMeanwhile': 409 };

export const valueOf = <T>(answer: Kept<T>): T => {
  if (answer.ok) return answer.value;
  throw new HttpRefusal(STATUS[answer.code] ?? 422, answer.code);
};

export const directoryRoutes = async (instance: FastifyInstance, options: DirectoryRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { store, keeping, unnamed, visitors, clock, mint } = options;
  const organizationsOf = async (entries: readonly KeptEntry[]): Promise<KeptEntry[]> => [
    ...(await store.find([...new Set(entries.flatMap(({ entry }) => organizationsNamedIn(entry)))])),
  ];
  const withOrganizations = async (total: number, entries: readonly KeptEntry[]) => ({
    total,
    entries: [...entries],
    organizations: await organizationsOf(entries),
  });

  app.get(
    '/api/directory/entries',
    {
      schema: {
        querystring: z.strictObject({
          kind: z.enum(DIRECTORY_KINDS),
          q: z.string().check(z.maxLength(200)).default(''),
          organization: z.optional(directoryId),
          sort: z.enum(['latin', 'pinyin']).default('latin'),
          offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
          limit: z.coerce.number().int().min(1).max(100).default(50),
        }),
        response: { 200: listed, ...refused },
      },
    },
    async (request) => {
      await visitors.memberAnywhere(request, 'directory.read');
      const { q, ...search } = request.query;
      const terms = termsOf(q);
      // Signs alone begin no name.
      if (terms.length === 0 && q.trim() !== '') return { total: 0, entries: [], organizations: [] };
      const { total, found } = await store.search({ ...search, terms });
      return withOrganizations(total, found);
    },
  );

  app.get(
    '/api/directory/entries/:id',
    { schema: { params: z.object({ id: directoryId }), response: { 200: listed, ...refused } } },
    async (request) => {
      await visitors.memberAnywhere(request, 'directory.read');
      const found = await store.find([request.params.id]);
      if (found.length === 0) throw new HttpRefusal(404, 'directory/unknown');
      return withOrganizations(1, found);
    },
  );

  app.post(
    '/api/directory/entries',
    { schema: { body: directoryWish, response: { 201: kept, ...refused } } },
    async (request, reply) => {
      await visitors.memberAnywhere(request, 'directory.edit');
      const entry = { ...request.body, id: freshId(mint) } as DirectoryEntry;
      return reply.code(201).send(valueOf(await keeping.put(entry, null)));
    },
  );

  app.put(
    '/api/directory/entries/:id',
    {
      schema: {
        params: z.object({ id: directoryId }),
        body: z.strictObject({ entry: directoryWish, version }),
        response: { 200: kept, ...refused },
      },
    },
    async (request) => {
      await visitors.memberAnywhere(request, 'directory.edit');
      const entry = { ...request.body.entry, id: request.params.id } as DirectoryEntry;
      const [before] = await store.find([entry.id]);
      const written = valueOf(await keeping.put(entry, request.body.version));
      const old = before?.entry.kind === 'person' ? before.entry.portrait : undefined;
      if (old !== undefined && entry.kind === 'person' && entry.portrait !== old) await unnamed.drop([old]);
      return written;
    },
  );

  app.post(
    '/api/directory/removals',
    { schema: { body: seen, response: { 200: act, ...refused } } },
    async (request) => {
      const { account } = await visitors.memberAnywhere(request, 'directory.edit');
      return shown(valueOf(await keeping.remove(request.body, account)));
    },
  );

  app.get(
    '/api/directory/duplicates',
    {
      schema: {
        querystring: z.strictObject({ kind: z.enum(['person', 'organization']) }),
        response: {
          200: z.object({
            pairs: z.array(z.object({ a: kept, b: kept, reason: z.enum(REASONS) })),
            organizations: z.array(kept),
          }),
          ...refused,
        },
      },
    },
    async (request) => {
      await visitors.memberAnywhere(request, 'directory.read');
      const pairs = await suspicions(store, request.query.kind, 100);
      return { pairs: [...pairs], organizations: await organizationsOf(pairs.flatMap(({ a, b }) => [a, b])) };
    },
  );

  app.post(
    '/api/directory/duplicates/apart',
    {
      schema: {
        body: z.strictObject({ a: directoryId, b: directoryId }),
        response: { 200: z.object({}), ...refused },
      },
    },
    async (request) => {
      const { account } = await visitors.memberAnywhere(request, 'directory.edit');
      const { a, b } = request.body;
      await store.tellApart(a, b, account, clock.now());
      return {};
    },
  );

  app.post(
    '/api/directory/merges',
    {
      schema: {
        body: z.strictObject({ into: seen, gone: seen, merged: directoryWish }),
        response: { 200: act, ...refused },
      },
    },
    async (request) => {
      const { account } = await visitors.memberAnywhere(request, 'directory.edit');
      const { into, gone, merged } = request.body;
      findOut(request, { target: `${into.id} ${gone.id}` });
      const entry = { ...merged, id: into.id } as DirectoryEntry;
      return shown(valueOf(await keeping.merge(into, gone, entry, account)));
    },
  );

  app.get(
    '/api/directory/acts',
    { schema: { response: { 200: z.object({ acts: z.array(act) }), ...refused } } },
    async (request) => {
      await visitors.memberAnywhere(request, 'directory.edit');
      return { acts: (await store.acts(50)).map(shown) };
    },
  );

  app.post(
    '/api/directory/acts/:act/undo',
    {
      schema: {
        params: z.object({ act: z.string().check(z.maxLength(64)) }),
        response: { 200: z.object({ left: z.int() }), ...refused },
      },
    },
    async (request) => {
      await visitors.memberAnywhere(request, 'directory.edit');
      return valueOf(await keeping.undo(request.params.act));
    },
  );
};
