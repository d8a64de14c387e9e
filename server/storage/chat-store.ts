/** The chat's words in SQL. Must not know who may read them. */
import type { CommandId } from '../../shared/kernel/ids.ts';
import type { ChatStore } from '../ports/chat.ts';
import type { CommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';

/** SQLite allows 32,766 bound values in one statement. */
const LINES_AT_ONCE = 500;

export const createChatStore = (db: Database, commits: CommitGroup): ChatStore => ({
  keep: (workshop, line, text, at) =>
    commits.write(async (trx) => {
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('chat_words')
        .values({ workshop, line, text, at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return Number(numInsertedOrUpdatedRows ?? 0) === 1;
    }),

  erase: (workshop, lines) =>
    commits.write(async (trx) => {
      for (let i = 0; i < lines.length; i += LINES_AT_ONCE) {
        await trx
          .updateTable('chat_words')
          .set({ text: null })
          .where('workshop', '=', workshop)
          .where('line', 'in', lines.slice(i, i + LINES_AT_ONCE))
          .execute();
      }
    }),

  forget: (workshop, line) =>
    commits.write(async (trx) => {
      await trx.deleteFrom('chat_words').where('workshop', '=', workshop).where('line', '=', line).execute();
    }),

  purge: (before) =>
    commits.write(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('chat_words')
        .set({ text: null })
        .where('text', 'is not', null)
        .where('workshop', 'in', trx.selectFrom('workshops').select('id').where('ended_at', '<', before))
        .executeTakeFirst();
      return Number(numUpdatedRows);
    }),

  async read(workshop, since) {
    const rows = await db
      .selectFrom('chat_words')
      .select(['line', 'text'])
      .where('workshop', '=', workshop)
      .where('at', '>=', since)
      .where('text', 'is not', null)
      .execute();
    return new Map(rows.map(({ line, text }) => [line as CommandId, text ?? '']));
  },
});
