/** What minutes were built on when they were sent out for corrections and when they were approved. Released: never edited. */
import type { Kysely, Migration } from 'kysely';

export const minutes: Migration = {
  async up({ schema }: Kysely<never>): Promise<void> {
    await schema
      .createTable('minutes_versions')
      .addColumn('workshop', 'text', (c) => c.notNull())
      .addColumn('seq', 'integer', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('phase', 'text', (c) => c.notNull())
      .addColumn('board', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('minutes_versions_pk', ['workshop', 'seq'])
      .execute();
  },
};
