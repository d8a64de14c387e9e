/** The directory in SQL: entries with their rows of tokens, keys and references, and what was done or offered. Must not know names. */
import type { Transaction } from 'kysely';
import { organizationsNamedIn, type DirectoryPerson } from '../../shared/directory/entries.ts';
import type { DirectoryId } from '../../shared/kernel/ids.ts';
import { Fault } from '../faults.ts';
import type { DirectoryStore, DirectoryWrite } from '../ports/directory.ts';
import type { CommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';
import { actRow, toAct, toKept, toSuggestion } from './directory-rows.ts';
import { pairsSharing, searchDirectory } from './directory-search.ts';
import { unmentionedOf, type Engine } from './file-mentions.ts';
import type { Tables } from './schema.ts';
import type { DirectoryTables } from './tables/directory.ts';

/** SQLite allows 32,766 bound values in one statement. */
const ROWS_AT_ONCE = 2000;

type EntryRow = DirectoryTables['directory_entries'];

const conflict = (what: string): Fault => new Fault('store/conflict', `The directory's ${what} was changed meanwhile.`);

const inPieces = async <T>(rows: readonly T[], write: (piece: T[]) => Promise<unknown>): Promise<void> => {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) await write(rows.slice(at, at + ROWS_AT_ONCE));
};

type Trx = Transaction<Tables>;

const putEntries = async (trx: Trx, { puts, at }: DirectoryWrite): Promise<void> => {
  const rowOf = ({ indexed: { entry, sort }, seen }: DirectoryWrite['puts'][number]): EntryRow => ({
    id: entry.id,
    kind: entry.kind,
    body: JSON.stringify(entry),
    version: (seen ?? 0) + 1,
    changed_at: at,
    sort_latin: sort.latin,
    sort_pinyin: sort.pinyin,
  });
  await inPieces(puts.filter(({ seen }) => seen === null).map(rowOf), (rows) =>
    trx.insertInto('directory_entries').values(rows).execute(),
  );
  for (const put of puts) {
    if (put.seen === null) continue;
    const { id, ...row } = rowOf(put);
    const { numUpdatedRows } = await trx
      .updateTable('directory_entries')
      .set(row)
      .where('id', '=', id)
      .where('version', '=', put.seen)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw conflict('entry');
    await forgetRows(trx, id);
  }
};

const forgetRows = async (trx: Trx, id: string): Promise<void> => {
  await trx.deleteFrom('directory_tokens').where('entry', '=', id).execute();
  await trx.deleteFrom('directory_keys').where('entry', '=', id).execute();
  await trx.deleteFrom('directory_references').where('holder', '=', id).execute();
};

const putRows = async (trx: Trx, { puts }: DirectoryWrite): Promise<void> => {
  const tokens = puts.flatMap(({ indexed: { entry, tokens: all } }) =>
    all.map(({ token, weight }) => ({ kind: entry.kind, token, entry: entry.id, weight })),
  );
  const keys = puts.flatMap(({ indexed: { entry, keys: all } }) =>
    all.map((key) => ({ kind: entry.kind, key, entry: entry.id })),
  );
  const references = puts.flatMap(({ indexed: { entry } }) =>
    organizationsNamedIn(entry).map((target) => ({ kind: entry.kind, holder: entry.id, target })),
  );
  // In the index's own order: neighbours land on the same page, which is then written once.
  const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  tokens.sort((a, b) => inOrder(a.token, b.token));
  keys.sort((a, b) => inOrder(a.key, b.key));
  await inPieces(tokens, (rows) => trx.insertInto('directory_tokens').values(rows).execute());
  await inPieces(keys, (rows) => trx.insertInto('directory_keys').values(rows).execute());
  await inPieces(references, (rows) => trx.insertInto('directory_references').values(rows).execute());
};

const removeEntries = async (trx: Trx, { removes = [] }: DirectoryWrite): Promise<void> => {
  for (const { id, seen } of removes) {
    await forgetRows(trx, id);
    const { numDeletedRows } = await trx
      .deleteFrom('directory_entries')
      .where('id', '=', id)
      .where('version', '=', seen)
      .executeTakeFirst();
    if (numDeletedRows !== 1n) throw conflict('entry');
  }
};

const SHOWN = ['body', 'version', 'changed_at'] as const;

export const createDirectoryStore = (db: Database, commits: CommitGroup, engine: Engine): DirectoryStore => ({
  write: (change) =>
    commits.write(async (trx) => {
      await putEntries(trx, change);
      await putRows(trx, change);
      await removeEntries(trx, change);
      if (change.act) await trx.insertInto('directory_acts').values(actRow(change.act)).execute();
      if (change.undoes !== undefined) {
        const { numUpdatedRows } = await trx
          .updateTable('directory_acts')
          .set({ undone_at: change.at })
          .where('id', '=', change.undoes)
          .where('undone_at', 'is', null)
          .executeTakeFirst();
        if (numUpdatedRows !== 1n) throw conflict('act');
      }
      if (change.settles !== undefined) {
        const { numDeletedRows } = await trx
          .deleteFrom('directory_suggestions')
          .where('id', '=', change.settles)
          .executeTakeFirst();
        if (numDeletedRows !== 1n) throw conflict('suggestion');
      }
    }),

  async find(ids) {
    if (ids.length === 0) return [];
    const rows = await db.selectFrom('directory_entries').select(SHOWN).where('id', 'in', ids).execute();
    return rows.map(toKept);
  },

  search: (search) => searchDirectory(db, search),

  async page(kind, after, limit) {
    const rows = await db
      .selectFrom('directory_entries')
      .select(SHOWN)
      .where('kind', '=', kind)
      .$if(after !== null, (query) => query.where('id', '>', after))
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map(toKept);
  },

  async count(kind) {
    const { n } = await db
      .selectFrom('directory_entries')
      .select((e) => e.fn.countAll().as('n'))
      .where('kind', '=', kind)
      .executeTakeFirstOrThrow();
    return Number(n);
  },

  async naming(organization) {
    const rows = await db
      .selectFrom('directory_references')
      .innerJoin('directory_entries', 'directory_entries.id', 'directory_references.holder')
      .select(SHOWN)
      .where('target', '=', organization)
      .execute();
    return rows.map(toKept);
  },

  async sharing(kind, keys) {
    const found: { readonly key: string; readonly id: DirectoryId }[] = [];
    await inPieces(keys, async (piece) => {
      const rows = await db
        .selectFrom('directory_keys')
        .select(['key', 'entry'])
        .where('kind', '=', kind)
        .where('key', 'in', piece)
        .execute();
      found.push(...rows.map(({ key, entry }) => ({ key, id: entry as DirectoryId })));
    });
    return found;
  },

  pairs: (kind, limit) => pairsSharing(db, kind, limit),

  tellApart: (a, b, by, at) =>
    commits.write(async (trx) => {
      const [first, second] = a < b ? [a, b] : [b, a];
      await trx
        .insertInto('directory_apart')
        .values({ a: first, b: second, by, at })
        .onConflict((already) => already.columns(['a', 'b']).doNothing())
        .execute();
    }),

  async acts(limit) {
    const rows = await db.selectFrom('directory_acts').selectAll().orderBy('at', 'desc').limit(limit).execute();
    return rows.map(toAct);
  },

  async findAct(id) {
    const row = await db.selectFrom('directory_acts').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? toAct(row) : null;
  },

  suggest: (suggestion) =>
    commits.write(async (trx) => {
      await trx
        .insertInto('directory_suggestions')
        .values(suggestion)
        .onConflict((earlier) =>
          earlier.columns(['workshop', 'person']).doUpdateSet({
            id: suggestion.id,
            at: suggestion.at,
            about: suggestion.about,
            body: suggestion.body,
          }),
        )
        .execute();
    }),

  async suggestions(limit) {
    const rows = await db.selectFrom('directory_suggestions').selectAll().orderBy('at').limit(limit).execute();
    return rows.map(toSuggestion);
  },

  async findSuggestion(id) {
    const row = await db.selectFrom('directory_suggestions').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? toSuggestion(row) : null;
  },

  dismiss: (id) =>
    commits.write(async (trx) => {
      const { numDeletedRows } = await trx.deleteFrom('directory_suggestions').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    }),

  forgetBefore: (at) =>
    commits.write(async (trx) => {
      const acts = await trx.deleteFrom('directory_acts').where('at', '<', at).executeTakeFirst();
      const suggestions = await trx.deleteFrom('directory_suggestions').where('at', '<', at).executeTakeFirst();
      return Number(acts.numDeletedRows + suggestions.numDeletedRows);
    }),

  async unnamed(portraits) {
    const rows = await db
      .selectFrom('directory_entries')
      .select('body')
      .where('kind', '=', 'person')
      .where('body', 'like', '%"portrait"%')
      .execute();
    // Nearly all are some entry's own; only the rest is looked for everywhere.
    const own = new Set(rows.map(({ body }) => (JSON.parse(body) as DirectoryPerson).portrait));
    return unmentionedOf(
      db,
      engine,
      portraits.filter((one) => !own.has(one)),
    );
  },
});
