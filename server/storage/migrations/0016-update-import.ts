/** The day beside the words of search, a count of changes for the terms, and where imported updates came from. Released: never edited. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { BytesType } from './bytes-type.ts';

export const updateImport = (bytes: BytesType): Migration => ({
  async up(db: Kysely<never>): Promise<void> {
    const { schema } = db;
    const words = bytes === 'blob' ? 'publication_search_rows' : 'publication_search';
    await schema
      .alterTable(words)
      .addColumn('published_at', 'bigint', (c) => c.notNull().defaultTo(0))
      .execute();
    await sql`update ${sql.table(words)} set published_at =
      coalesce((select p.published_at from publications as p where p.id = ${sql.table(words)}.publication), 0)`.execute(
      db,
    );
    await schema
      .createTable('publication_terms')
      .addColumn('revision', 'integer', (c) => c.notNull())
      .execute();
    await sql`insert into publication_terms (revision) values (0)`.execute(db);
    await schema
      .createTable('publication_sources')
      .addColumn('organization', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('publication', 'text', (c) => c.notNull().references('publications.id'))
      .addColumn('print', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('publication_sources_pk', ['organization', 'source'])
      .execute();
  },
});
