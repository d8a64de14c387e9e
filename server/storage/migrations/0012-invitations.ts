/** Invitations by mail, what calendars were told, and which reminders went out. Released: never edited. */
import type { Kysely, Migration } from 'kysely';

export const invitations: Migration = {
  async up({ schema }: Kysely<never>): Promise<void> {
    await schema
      .createTable('invitations')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('workshop', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('mail', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('language', 'text', (c) => c.notNull())
      .addColumn('time_zone', 'text')
      .addColumn('link', 'text', (c) => c.notNull().unique())
      .addColumn('turn', 'integer', (c) => c.notNull())
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addColumn('letter', 'text')
      .addColumn('answer', 'text')
      .addColumn('answered_at', 'bigint')
      .addColumn('tested_at', 'bigint')
      .addColumn('revoked_at', 'bigint')
      .execute();
    // Nobody is invited twice to one workshop, whoever asks at the same time; who was withdrawn may be invited anew.
    await schema
      .createIndex('invitations_one')
      .unique()
      .on('invitations')
      .columns(['workshop', 'mail', 'person'])
      .where('revoked_at' as never, 'is', null)
      .execute();
    await schema
      .createTable('told_calendars')
      .addColumn('workshop', 'text', (c) => c.primaryKey())
      .addColumn('sequence', 'integer', (c) => c.notNull())
      .addColumn('occasion', 'integer', (c) => c.notNull())
      .addColumn('starts_at', 'bigint', (c) => c.notNull())
      .addColumn('ends_at', 'bigint', (c) => c.notNull())
      .addColumn('time_zone', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('cancelled_at', 'bigint')
      .execute();
    await schema
      .createTable('reminder_claims')
      .addColumn('invitation', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('occasion', 'integer', (c) => c.notNull())
      .addColumn('workshop', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('reminder_claims_pk', ['invitation', 'kind', 'occasion'])
      .execute();
    await schema.createIndex('reminder_claims_workshop').on('reminder_claims').column('workshop').execute();
  },
};
