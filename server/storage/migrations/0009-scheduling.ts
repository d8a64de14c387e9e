/** What lists and calendars of workshops ask by, and agendas that organizations have saved. Released: never edited. */
import type { Kysely, Migration } from 'kysely';

export const scheduling: Migration = {
  async up(db: Kysely<never>): Promise<void> {
    const { schema } = db;
    await schema.alterTable('workshops').addColumn('ends_at', 'bigint').execute();
    await schema
      .alterTable('workshops')
      .addColumn('stage', 'text', (c) => c.notNull().defaultTo('planned'))
      .execute();
    await schema
      .alterTable('workshops')
      .addColumn('archived', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
    // Empty: written before lists knew of it; the next entry of the workshop writes it.
    await schema
      .alterTable('workshops')
      .addColumn('glance', 'text', (c) => c.notNull().defaultTo(''))
      .execute();
    await schema.createIndex('workshops_organization').on('workshops').columns(['organization', 'starts_at']).execute();
    await schema
      .createTable('agenda_templates')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('organization', 'text', (c) => c.notNull().references('owning_organizations.id'))
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addColumn('created_by', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('items', 'text', (c) => c.notNull())
      .execute();
    await schema.createIndex('agenda_templates_organization').on('agenda_templates').column('organization').execute();
  },
};
