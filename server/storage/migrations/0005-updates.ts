/** Program updates: publications, editions, versions, addresses, pictures, and an index for search by engine. Released: never edited. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { BytesType } from './bytes-type.ts';

const search = async (db: Kysely<never>, bytes: BytesType): Promise<void> => {
  if (bytes === 'blob') {
    await sql`create table publication_search_rows (id integer primary key, publication text not null, language text not null,
      unique (publication, language))`.execute(db);
    await sql`create virtual table publication_search using fts5(headline, body, content='', contentless_delete=1,
      tokenize="unicode61 remove_diacritics 0")`.execute(db);
    return;
  }
  await sql`create table publication_search (publication text not null, language text not null, headline tsvector not null,
    tokens tsvector not null, primary key (publication, language))`.execute(db);
  await sql`create index publication_search_tokens on publication_search using gin (tokens)`.execute(db);
};

export const updates = (bytes: BytesType): Migration => ({
  async up(db: Kysely<never>): Promise<void> {
    const { schema } = db;
    await schema
      .createTable('publications')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('organization', 'text', (c) => c.references('owning_organizations.id'))
      .addColumn('workshop', 'text')
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('publish_at', 'bigint')
      .addColumn('published_at', 'bigint')
      .addColumn('revised_at', 'bigint')
      .addColumn('time_zone', 'text', (c) => c.notNull())
      .addColumn('year', 'integer')
      .addColumn('programme', 'text')
      .addColumn('programme_name', 'text')
      .addColumn('changed_at', 'bigint', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createIndex('publications_public')
      .on('publications')
      .columns(['status', 'published_at', 'id'])
      .execute();
    await schema.createIndex('publications_workshop').on('publications').column('workshop').execute();
    await schema
      .createTable('publication_editions')
      .addColumn('publication', 'text', (c) => c.notNull().references('publications.id'))
      .addColumn('language', 'text', (c) => c.notNull())
      .addColumn('slug', 'text')
      .addColumn('headline', 'text', (c) => c.notNull())
      .addColumn('teaser', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('picture', 'text')
      .addPrimaryKeyConstraint('publication_editions_pk', ['publication', 'language'])
      .execute();
    await schema
      .createTable('publication_themes')
      .addColumn('publication', 'text', (c) => c.notNull().references('publications.id'))
      .addColumn('theme', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('publication_themes_pk', ['publication', 'theme'])
      .execute();
    await schema.createIndex('publication_themes_theme').on('publication_themes').column('theme').execute();
    await schema
      .createTable('publication_slugs')
      .addColumn('slug', 'text', (c) => c.primaryKey())
      .addColumn('publication', 'text', (c) => c.notNull().references('publications.id'))
      .addColumn('language', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createTable('publication_versions')
      .addColumn('publication', 'text', (c) => c.notNull().references('publications.id'))
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('by_account', 'text')
      .addColumn('change', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('publication_versions_pk', ['publication', 'version'])
      .execute();
    await schema
      .createTable('publication_pictures')
      .addColumn('publication', 'text', (c) => c.notNull())
      .addColumn('file', 'text', (c) => c.notNull())
      .addColumn('width', 'integer', (c) => c.notNull())
      .addColumn('height', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('publication_pictures_pk', ['publication', 'file'])
      .execute();
    await search(db, bytes);
  },
});
