/** What people said of their own entries, for the directory's keepers: listed, taken over as far as they like, or set aside. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { organizationsNamedIn } from '../../shared/directory/entries.ts';
import { directoryWish, keptEntry } from '../../shared/protocol/entry-schemas.ts';
import { errorReply, HttpRefusal } from '../http/errors.ts';
import type { Visitors } from '../http/visitors.ts';
import type { FactStore, Mint } from '../ports.ts';
import type { DirectoryStore } from '../ports/directory.ts';
import { freshId, type Keeping } from './keeping.ts';
import { valueOf } from './routes.ts';
import { ownEntryWish } from '../../shared/protocol/own-entry-schemas.ts';
import { wishOf } from './suggestions.ts';

const SHOWN = 100;
const refused = { '4xx': errorReply, '5xx': errorReply };
const params = z.object({ suggestion: z.string().max(64) });

export interface SuggestionRoutesOptions {
  readonly store: DirectoryStore;
  readonly keeping: Keeping;
  readonly facts: FactStore;
  readonly visitors: Visitors;
  readonly mint: Mint;
}

export const suggestionRoutes = async (instance: FastifyInstance, options: SuggestionRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { store, keeping, facts, visitors, mint } = options;

  app.get(
    '/api/directory/suggestions',
    {
      schema: {
        response: {
          200: z.object({
            suggestions: z.array(
              z.object({
                id: z.string(),
                at: z.number(),
                workshop: z.object({ en: z.string().optional(), 'zh-Hans': z.string().optional() }).nullable(),
                /** Null: the workshop's entry was not copied from one, or that one is gone. */
                about: z.nullable(keptEntry),
                said: ownEntryWish,
              }),
            ),
            organizations: z.array(keptEntry),
          }),
          ...refused,
        },
      },
    },
    async (request) => {
      await visitors.memberAnywhere(request, 'directory.edit');
      const all = await store.suggestions(SHOWN);
      const kept = new Map(
        (await store.find(all.flatMap(({ about }) => about ?? []))).map((one) => [one.entry.id, one]),
      );
      const titles = new Map((await facts.list()).map(({ id, title }) => [id, title]));
      const suggestions = all.flatMap((one) => {
        const said = wishOf(one);
        const about = (one.about !== null && kept.get(one.about)) || null;
        return said ? [{ id: one.id, at: one.at, workshop: titles.get(one.workshop) ?? null, about, said }] : [];
      });
      const named = [...kept.values()].flatMap(({ entry }) => organizationsNamedIn(entry));
      return { suggestions, organizations: [...(await store.find([...new Set(named)]))] };
    },
  );

  app.post(
    '/api/directory/suggestions/:suggestion/accept',
    {
      schema: {
        params,
        body: z.strictObject({ entry: directoryWish, version: z.int().min(1).nullable() }),
        response: { 200: keptEntry, ...refused },
      },
    },
    async (request) => {
      await visitors.memberAnywhere(request, 'directory.edit');
      const found = await store.findSuggestion(request.params.suggestion);
      if (!found) throw new HttpRefusal(404, 'directory/unknown');
      const { entry, version } = request.body;
      const about = version === null ? freshId(mint) : found.about;
      if (about === null) throw new HttpRefusal(404, 'directory/unknown');
      return valueOf(await keeping.put({ ...entry, id: about }, version, found.id));
    },
  );

  app.post(
    '/api/directory/suggestions/:suggestion/dismiss',
    { schema: { params, response: { 200: z.object({}), ...refused } } },
    async (request) => {
      await visitors.memberAnywhere(request, 'directory.edit');
      if (!(await store.dismiss(request.params.suggestion))) throw new HttpRefusal(404, 'directory/unknown');
      return {};
    },
  );
};
