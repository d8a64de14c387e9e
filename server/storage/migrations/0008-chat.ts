/** The chat's words, by workshop and line. Released: never edited. */
import type { Kysely, Migration } from 'kysely';

export const chat: Migration = {
  async up(db: Kysely<never>): Promise<void> {
    const { schema } = db;
    await schema
      .createTable('chat_words')
      .addColumn('workshop', 'text', (c) => c.notNull())
      .addColumn('line', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('text', 'text')
      .addPrimaryKeyConstraint('chat_words_pk', ['workshop', 'line'])
      .execute();
    await schema.createIndex('chat_words_at').on('chat_words').columns(['workshop', 'at']).execute();
  },
};
