/** Publications in SQL: the current one, every version, addresses. Owns that two editors never overwrite each other unseen. */
import type { AccountId, Instant, PublicationId } from '../../shared/kernel/ids.ts';
import type { Language } from '../../shared/kernel/language.ts';
import { languagesOf, type PublicationChange } from '../../shared/publication/publication.ts';
import type { PublicationStore } from '../ports/updates.ts';
import type { CommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';
import { createPublicationLists } from './publication-lists.ts';
import { publicationOf, putCurrent, putEditions, putSlugs, putThemes, putVersion } from './publication-rows.ts';
import { publicationSearch, type Engine } from './publication-search.ts';

export const createPublicationStore = (db: Database, commits: CommitGroup, engine: Engine): PublicationStore => {
  const index = publicationSearch(engine);
  return {
    ...createPublicationLists(db, index),

    save: (publication, line, tokens) =>
      commits.write(async (trx) => {
        if (!(await putCurrent(trx, publication, line.at))) return false;
        await putVersion(trx, publication, line);
        await putEditions(trx, publication);
        await putThemes(trx, publication);
        await putSlugs(trx, publication);
        await index.remove(trx, publication.id);
        await trx
          .updateTable('publication_terms')
          .set((e) => ({ revision: e('revision', '+', 1) }))
          .execute();
        if (publication.status !== 'published') return true;
        for (const language of languagesOf(publication)) {
          const of = tokens[language];
          const row = { publication: publication.id, language, publishedAt: publication.publishedAt ?? 0 };
          if (of) await index.put(trx, row, of);
        }
        return true;
      }),

    async find(id) {
      const row = await db.selectFrom('publications').select('body').where('id', '=', id).executeTakeFirst();
      return row ? publicationOf(row.body) : null;
    },

    async findBySlug(key) {
      const row = await db
        .selectFrom('publication_slugs as s')
        .innerJoin('publications as p', 'p.id', 's.publication')
        .select(['p.body', 's.language'])
        .where('s.slug', '=', key)
        .executeTakeFirst();
      return row ? { publication: publicationOf(row.body), language: row.language as Language } : null;
    },

    async ofWorkshop(workshop) {
      const row = await db
        .selectFrom('publications')
        .select('body')
        .where('workshop', '=', workshop)
        .orderBy('changed_at', 'desc')
        .executeTakeFirst();
      return row ? publicationOf(row.body) : null;
    },

    async versions(id) {
      const rows = await db
        .selectFrom('publication_versions')
        .select(['version', 'at', 'by_account', 'change'])
        .where('publication', '=', id)
        .orderBy('version', 'desc')
        .execute();
      return rows.map(({ version, at, by_account, change }) => ({
        version,
        at: at as Instant,
        by: by_account as AccountId | null,
        change: change as PublicationChange,
      }));
    },

    async version(id, version) {
      const row = await db
        .selectFrom('publication_versions')
        .select('body')
        .where('publication', '=', id)
        .where('version', '=', version)
        .executeTakeFirst();
      return row ? publicationOf(row.body) : null;
    },

    async list({ organizations, status, offset, limit }) {
      const named = organizations.filter((one) => one !== null);
      const found = db
        .selectFrom('publications')
        .where((e) =>
          e.or([
            ...(named.length > 0 ? [e('organization', 'in', named)] : []),
            ...(named.length < organizations.length ? [e('organization', 'is', null)] : []),
          ]),
        )
        .$if(status !== undefined, (q) => q.where('status', '=', status ?? ''));
      const [rows, counted] = await Promise.all([
        found.select('body').orderBy('changed_at', 'desc').orderBy('id').limit(limit).offset(offset).execute(),
        found.select((e) => e.fn.countAll().as('n')).executeTakeFirstOrThrow(),
      ]);
      return { publications: rows.map(({ body }) => publicationOf(body)), total: Number(counted.n) };
    },

    async embargoed() {
      const rows = await db
        .selectFrom('publications')
        .select(['id', 'publish_at'])
        .where('status', '=', 'embargoed')
        .orderBy('publish_at')
        .execute();
      return rows.map(({ id, publish_at }) => ({ id: id as PublicationId, publishAt: (publish_at ?? 0) as Instant }));
    },
  };
};
