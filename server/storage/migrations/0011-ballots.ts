/** Ballot boxes of anonymous polls: counts outside of the log. Released: never edited. */
import type { Kysely, Migration } from 'kysely';

export const ballots: Migration = {
  async up(db: Kysely<never>): Promise<void> {
    await db.schema
      .createTable('ballot_boxes')
      .addColumn('workshop', 'text', (c) => c.notNull().references('workshops.id'))
      .addColumn('poll', 'text', (c) => c.notNull())
      .addColumn('counts', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('ballot_boxes_pk', ['workshop', 'poll'])
      .execute();
  },
};
