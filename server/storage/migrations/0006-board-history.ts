/** The board's history, by section and time. Released: never edited. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { BytesType } from './bytes-type.ts';

export const boardHistory = (bytes: BytesType): Migration => ({
  async up(db: Kysely<never>): Promise<void> {
    await db.schema
      .createTable('board_history')
      .addColumn('document', 'text', (c) => c.notNull())
      .addColumn('fragment', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('seats', 'text', (c) => c.notNull())
      .addColumn('files', 'text', (c) => c.notNull())
      .addColumn('body', sql.raw(bytes), (c) => c.notNull())
      .addPrimaryKeyConstraint('board_history_pk', ['document', 'fragment', 'at'])
      .execute();
  },
});
