/** Working copies of updates, house styles by organization, approvals by those who are quoted. Released: never edited. */
import type { Kysely, Migration } from 'kysely';

export const drafts: Migration = {
  async up({ schema }: Kysely<never>): Promise<void> {
    await schema
      .createTable('draft_entries')
      .addColumn('workshop', 'text', (c) => c.notNull())
      .addColumn('seq', 'integer', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('draft_entries_pk', ['workshop', 'seq'])
      .execute();
    await schema
      .createTable('organization_styles')
      .addColumn('organization', 'text', (c) => c.primaryKey())
      .addColumn('style', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createTable('approval_links')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('workshop', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('secret_hash', 'text', (c) => c.notNull().unique())
      .addColumn('language', 'text', (c) => c.notNull())
      .addColumn('mail', 'text')
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addColumn('expires_at', 'bigint', (c) => c.notNull())
      .addColumn('revoked_at', 'bigint')
      .addColumn('opened_at', 'bigint')
      .execute();
    await schema.createIndex('approval_links_workshop').on('approval_links').columns(['workshop', 'person']).execute();
    await schema
      .createTable('approval_answers')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('workshop', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('link', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addColumn('answer', 'text', (c) => c.notNull())
      .addColumn('suggestion', 'text')
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('nth', 'integer', (c) => c.notNull())
      .execute();
    await schema.createIndex('approval_answers_workshop').on('approval_answers').columns(['workshop', 'nth']).execute();
  },
};
