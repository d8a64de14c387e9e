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

  claim: (now) =>
    commits.write(async (trx) => {
      const due = await trx
        .selectFrom('outbox')
        .select('id')
        .where('state', '=', 'waiting')
        .where('next_at', '<=', now)
        .orderBy('next_at')
        .limit(1)
        .executeTakeFirst();
      if (!due) return null;
      const row = await trx
        .updateTable('outbox')
        .set({ state: 'sending' })
        .where('id', '=', due.id)
        .returningAll()
        .executeTakeFirstOrThrow();
      return toRecord(row);
    }),

  async nextDue() {
    const row = await db
      .selectFrom('outbox')
      .select('next_at')
      .where('state', '=', 'waiting')
      .orderBy('next_at')
      .limit(1)
      .executeTakeFirst();
    return row ? (row.next_at as Instant) : null;
  },

  mark: (id, { state, tried, nextAt, fault, sentAt, letter }) =>
    commits.write(async (trx) => {
      const change = { state, tried, next_at: nextAt, fault, sent_at: sentAt };
      await trx
        .updateTable('outbox')
        .set({ ...change, ...(letter && { letter: JSON.stringify(letter) }) })
        .where('id', '=', id)
        .execute();
    }),

  failInterrupted: (fault) =>
    commits.write(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('outbox')
        .set({ state: 'failed', fault })
        .where('state', '=', 'sending')
        .executeTakeFirst();
      return Number(numUpdatedRows);
    }),

  sendAgain: (id, now) =>
    commits.write(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('outbox')
        .set({ state: 'waiting', next_at: now, tried: 0, fault: null })
        .where('id', '=', id)
        .where('state', 'in', ['held', 'failed'])
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    }),

  purge: (before) =>
    commits.write(async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom('outbox')
        .where('created_at', '<', before)
        .where('state', 'in', ['held', 'sent', 'failed'])
        .executeTakeFirst();
      return Number(numDeletedRows);
    }),
});
