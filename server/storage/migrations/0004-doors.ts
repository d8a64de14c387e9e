/** Links with a label, a person, a time and a count; keys of seats; the audit log; how long things are kept. Released: never edited. */
import type { Kysely, Migration } from 'kysely';

export const doors: Migration = {
  async up(db: Kysely<never>): Promise<void> {
    const { schema } = db;
    await schema
      .alterTable('links')
      .addColumn('label', 'text', (c) => c.notNull().defaultTo(''))
      .execute();
    await schema.alterTable('links').addColumn('person', 'text').execute();
    await schema.alterTable('links').addColumn('expires_at', 'bigint').execute();
    await schema
      .alterTable('links')
      .addColumn('once', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
    await schema
      .alterTable('links')
      .addColumn('uses', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
    await schema.alterTable('links').addColumn('used_at', 'bigint').execute();
    await schema.createIndex('links_workshop').on('links').column('workshop').execute();
    await schema.alterTable('seats').addColumn('browser_hash', 'text').execute();
    await schema.createIndex('seats_workshop').on('seats').column('workshop').execute();
    await schema
      .createTable('seat_keys')
      .addColumn('token_hash', 'text', (c) => c.primaryKey())
      .addColumn('seat', 'text', (c) => c.notNull().references('seats.seat'))
      .addColumn('browser_hash', 'text')
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .execute();
    await schema.createIndex('seat_keys_seat').on('seat_keys').column('seat').execute();
    await schema
      .createTable('audit')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('door', 'text', (c) => c.notNull())
      .addColumn('action', 'text', (c) => c.notNull())
      .addColumn('outcome', 'text', (c) => c.notNull())
      .addColumn('code', 'text')
      .addColumn('workshop', 'text')
      .addColumn('organization', 'text')
      .addColumn('seat', 'text')
      .addColumn('account', 'text')
      .addColumn('target', 'text')
      .addColumn('request', 'text')
      .execute();
    await schema.createIndex('audit_at').on('audit').columns(['at', 'id']).execute();
    await schema.createIndex('audit_workshop').on('audit').columns(['workshop', 'at']).execute();
    await schema
      .createTable('retention')
      .addColumn('scope', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('days', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('retention_pk', ['scope', 'kind'])
      .execute();
  },
};
