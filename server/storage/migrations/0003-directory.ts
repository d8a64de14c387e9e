/**
 * The directory: entries and, as plain rows, by what they are found, sorted and compared. Texts that are compared by their beginning or
 * sorted are compared by bytes on both engines, so that one query means one thing. Released: never edited.
 */
import { sql, type Kysely, type Migration } from 'kysely';
import type { BytesType } from './bytes-type.ts';

export const directory = (bytes: BytesType): Migration => ({
  async up(db: Kysely<never>): Promise<void> {
    const byBytes = bytes === 'bytea' ? sql`text collate "C"` : sql`text`;
    await db.schema
      .createTable('directory_entries')
      .addColumn('id', byBytes, (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('changed_at', 'bigint', (c) => c.notNull())
      .addColumn('sort_latin', byBytes, (c) => c.notNull())
      .addColumn('sort_pinyin', byBytes, (c) => c.notNull())
      .execute();
    for (const sort of ['sort_latin', 'sort_pinyin']) {
      await db.schema
        .createIndex(`directory_entries_${sort}`)
        .on('directory_entries')
        .columns(['kind', sort, 'id'])
        .execute();
    }
    await db.schema
      .createTable('directory_tokens')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('token', byBytes, (c) => c.notNull())
      .addColumn('entry', byBytes, (c) => c.notNull().references('directory_entries.id'))
      .addColumn('weight', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('directory_tokens_pk', ['kind', 'token', 'entry'])
      .execute();
    await db.schema
      .createTable('directory_keys')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('key', byBytes, (c) => c.notNull())
      .addColumn('entry', byBytes, (c) => c.notNull().references('directory_entries.id'))
      .addPrimaryKeyConstraint('directory_keys_pk', ['kind', 'key', 'entry'])
      .execute();
    await db.schema
      .createTable('directory_references')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('holder', byBytes, (c) => c.notNull().references('directory_entries.id'))
      .addColumn('target', byBytes, (c) => c.notNull().references('directory_entries.id'))
      .addPrimaryKeyConstraint('directory_references_pk', ['target', 'holder'])
      .execute();
    for (const [table, column] of [
      ['directory_tokens', 'entry'],
      ['directory_keys', 'entry'],
      ['directory_references', 'holder'],
    ] as const) {
      await db.schema.createIndex(`${table}_${column}`).on(table).column(column).execute();
    }
    await db.schema
      .createTable('directory_apart')
      .addColumn('a', byBytes, (c) => c.notNull())
      .addColumn('b', byBytes, (c) => c.notNull())
      .addColumn('by', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('directory_apart_pk', ['a', 'b'])
      .execute();
    await db.schema
      .createTable('directory_acts')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('by', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('undone_at', 'bigint')
      .execute();
    await db.schema
      .createTable('directory_suggestions')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('workshop', 'text', (c) => c.notNull().references('workshops.id'))
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('about', 'text')
      .addColumn('body', 'text', (c) => c.notNull())
      .addUniqueConstraint('directory_suggestions_of', ['workshop', 'person'])
      .execute();
  },
});
