/** Letters in SQL. Owns that a letter's key is stored once; must not know how letters are written or sent. */
import type { Instant } from '../../shared/kernel/ids.ts';
import type { Language } from '../../shared/kernel/language.ts';
import type { Letter, LetterState, OutboxRecord, OutboxStore } from '../ports/mail.ts';
import type { CommitGroup, Write } from './commit-group.ts';
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

/** In the caller's transaction. False: a letter with this key is there already. */
export const insertLetter = async (trx: Write, letter: OutboxRecord): Promise<boolean> => {
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
};

/** What people typed cannot look like this: inside of JSON their quotation marks are escaped. */
const MAY_REPEAT = '%"mayRepeat":true%';
/** How long another server of the same database may take to send one letter. */
const LEASE_MS = 120_000;

export const createOutboxStore = (db: Database, commits: CommitGroup, engine: 'sqlite' | 'postgres'): OutboxStore => ({
  add: (letter) => commits.write((trx) => insertLetter(trx, letter)),

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
      for (;;) {
        const due = await trx
          .selectFrom('outbox')
          .selectAll()
          .where('state', '=', 'waiting')
          .where('next_at', '<=', now)
          .orderBy('next_at')
          .limit(1)
          .executeTakeFirst();
        if (!due) return null;
        const taken = await trx
          .updateTable('outbox')
          .set({ state: 'sending', next_at: now })
          .where('id', '=', due.id)
          // Another server on the same database may have been quicker.
          .where('state', '=', 'waiting')
          .executeTakeFirst();
        if (taken.numUpdatedRows > 0n) return toRecord({ ...due, state: 'sending' });
      }
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

  failInterrupted: (fault, now) =>
    commits.write(async (trx) => {
      const interrupted = trx
        .updateTable('outbox')
        .where('state', '=', 'sending')
        // The embedded database has no other server that could be sending just now.
        .$if(engine === 'postgres', (query) => query.where('next_at', '<=', now - LEASE_MS));
      const repeated = await interrupted
        .set({ state: 'waiting' })
        .where('letter', 'like', MAY_REPEAT)
        .executeTakeFirst();
      const failed = await interrupted.set({ state: 'failed', fault }).executeTakeFirst();
      return Number(repeated.numUpdatedRows + failed.numUpdatedRows);
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
