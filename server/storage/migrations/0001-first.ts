/** The first tables: facts, links and seats, prose, files. Released: never edited. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { BytesType } from './bytes-type.ts';

export const first = (bytes: BytesType): Migration => ({
  async up(db: Kysely<never>): Promise<void> {
    await db.schema
      .createTable('workshops')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('language', 'text', (c) => c.notNull())
      .addColumn('phase', 'text', (c) => c.notNull())
      .addColumn('starts_at', 'bigint')
      .addColumn('ended_at', 'bigint')
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addColumn('origin', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('entries')
      .addColumn('workshop', 'text', (c) => c.notNull().references('workshops.id'))
      .addColumn('seq', 'integer', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('v', 'integer', (c) => c.notNull())
      .addColumn('cause', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('entries_pk', ['workshop', 'seq'])
      .addUniqueConstraint('entries_cause', ['workshop', 'cause'])
      .execute();
    await db.schema
      .createTable('links')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('workshop', 'text', (c) => c.notNull().references('workshops.id'))
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('secret_hash', 'text', (c) => c.notNull())
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addColumn('revoked_at', 'bigint')
      .addUniqueConstraint('links_secret', ['secret_hash'])
      .execute();
    await db.schema
      .createTable('seats')
      .addColumn('seat', 'text', (c) => c.primaryKey())
      .addColumn('workshop', 'text', (c) => c.notNull().references('workshops.id'))
      .addColumn('link', 'text', (c) => c.notNull())
      .addColumn('token_hash', 'text', (c) => c.notNull())
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addUniqueConstraint('seats_token', ['token_hash'])
      .execute();
    await db.schema
      .createTable('secrets')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('secret', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('prose_updates')
      .addColumn('document', 'text', (c) => c.notNull())
      .addColumn('n', 'integer', (c) => c.notNull())
      .addColumn('seat', 'text')
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('body', sql.raw(bytes), (c) => c.notNull())
      .addPrimaryKeyConstraint('prose_updates_pk', ['document', 'n'])
      .execute();
    await db.schema
      .createTable('prose_snapshots')
      .addColumn('document', 'text', (c) => c.notNull())
      .addColumn('up_to', 'integer', (c) => c.notNull())
      .addColumn('body', sql.raw(bytes), (c) => c.notNull())
      .addPrimaryKeyConstraint('prose_snapshots_pk', ['document', 'up_to'])
      .execute();
    await db.schema
      .createTable('prose_quarantine')
      .addColumn('document', 'text', (c) => c.notNull())
      .addColumn('n', 'integer', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('body', sql.raw(bytes), (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('files')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('workshop', 'text', (c) => c.notNull().references('workshops.id'))
      .addColumn('media_type', 'text', (c) => c.notNull())
      .addColumn('width', 'integer', (c) => c.notNull())
      .addColumn('height', 'integer', (c) => c.notNull())
      .addColumn('bytes', 'integer', (c) => c.notNull())
      .addColumn('uploaded_by', 'text')
      .addColumn('at', 'bigint', (c) => c.notNull())
      .execute();
  },
});
