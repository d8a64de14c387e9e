/** Letters in SQL. Owns that a letter's key is stored once; must not know how letters are written or sent. */
import type { Instant } from '../../shared/kernel/ids.ts';
import type { Language } from '../../shared/kernel/language.ts';
import type { Letter, LetterState, OutboxRecord, OutboxStore } from '../ports/mail.ts';
import type { CommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';
import type { OutboxTable } from './tables/mail.ts';

const toRecord = (row: OutboxTable): OutboxRecord => ({
  id: row.id,
  key: row.key,
  to: row.recipient,
  language: row.language as Language,
  template: row.template,
  letter: JSON.parse(row.letter) as Letter,
  createdAt: row.created_at as Instant,
  nextAt: row.next_at as Instant,
  tried: row.tried,
  state: row.state as LetterState,
  fault: row.fault,
  sentAt: row.sent_at as Instant | null,
});

export const createOutboxStore = (db: Database, commits: CommitGroup): OutboxStore => ({
  add: (letter) =>
    commits.write(async (trx) => {
      const added = await trx
        .insertInto('outbox')
        .values({
          id: letter.id,
          key: letter.key,
          recipient: letter.to,
          language: letter.language,
          template: letter.template,
          letter: JSON.stringify(letter.letter),
          created_at: letter.createdAt,
          next_at: letter.nextAt,
          tried: letter.tried,
          state: letter.state,
          fault: letter.fault,
          sent_at: letter.sentAt,
        })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .returning('id')
        .executeTakeFirst();
      return added !== undefined;
    }),

  async find(id) {
    const row = await db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? toRecord(row) : null;
  },

  async list({ limit, before }) {
    const rows = await db
      .selectFrom('outbox')
      .selectAll()
      .$if(before !== undefined, (query) => query.where('created_at', '<', before ?? 0))
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map(toRecord);
  },
});
