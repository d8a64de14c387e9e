/** Sessions and one-time secrets in SQL. Owns that a secret is used once, whoever asks at the same time. */
import type { AccountId, Instant } from '../../shared/kernel/ids.ts';
import type {
  OneTimeKind,
  OneTimeRecord,
  OneTimeStore,
  SessionRecord,
  SessionStore,
  SignInWay,
} from '../ports/accounts.ts';
import type { CommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';
import type { OneTimeSecretsTable, SessionsTable } from './tables/accounts.ts';

const toSession = (row: SessionsTable): SessionRecord => ({
  id: row.id,
  account: row.account as AccountId,
  tokenHash: row.token_hash,
  way: row.way as SignInWay,
  browser: row.browser,
  createdAt: row.created_at as Instant,
  seenAt: row.seen_at as Instant,
  expiresAt: row.expires_at as Instant,
});

export const createSessionStore = (db: Database, commits: CommitGroup): SessionStore => ({
  add: (session) =>
    commits.write(async (trx) => {
      await trx
        .insertInto('sessions')
        .values({
          id: session.id,
          account: session.account,
          token_hash: session.tokenHash,
          way: session.way,
          browser: session.browser,
          created_at: session.createdAt,
          seen_at: session.seenAt,
          expires_at: session.expiresAt,
        })
        .execute();
    }),

  async find(tokenHash) {
    const row = await db.selectFrom('sessions').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
    return row ? toSession(row) : null;
  },

  async list(account) {
    const rows = await db
      .selectFrom('sessions')
      .selectAll()
      .where('account', '=', account)
      .orderBy('seen_at', 'desc')
      .execute();
    return rows.map(toSession);
  },

  touch: (session, seenAt, expiresAt) =>
    commits.write(async (trx) => {
      await trx
        .updateTable('sessions')
        .set({ seen_at: seenAt, expires_at: expiresAt })
        .where('id', '=', session)
        .execute();
    }),

  end: (account, session) =>
    commits.write(async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom('sessions')
        .where('account', '=', account)
        .where('id', '=', session)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    }),

  endOthers: (account, keep) =>
    commits.write(async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom('sessions')
        .where('account', '=', account)
        .$if(keep !== null, (query) => query.where('id', '!=', keep ?? ''))
        .executeTakeFirst();
      return Number(numDeletedRows);
    }),

  purge: (before) =>
    commits.write(async (trx) => {
      const { numDeletedRows } = await trx.deleteFrom('sessions').where('expires_at', '<', before).executeTakeFirst();
      return Number(numDeletedRows);
    }),
});

const toSecret = (row: OneTimeSecretsTable): OneTimeRecord => ({
  secretHash: row.secret_hash,
  kind: row.kind as OneTimeKind,
  account: row.account as AccountId | null,
  body: row.body,
  createdAt: row.created_at as Instant,
  expiresAt: row.expires_at as Instant,
});

export const createOneTimeStore = (db: Database, commits: CommitGroup): OneTimeStore => ({
  add: (secret) =>
    commits.write(async (trx) => {
      await trx
        .insertInto('one_time_secrets')
        .values({
          secret_hash: secret.secretHash,
          kind: secret.kind,
          account: secret.account,
          body: secret.body,
          created_at: secret.createdAt,
          expires_at: secret.expiresAt,
          used_at: null,
        })
        .execute();
    }),

  async look(kind, secretHash, now) {
    const row = await db
      .selectFrom('one_time_secrets')
      .selectAll()
      .where('secret_hash', '=', secretHash)
      .where('kind', '=', kind)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    return row ? toSecret(row) : null;
  },

  take: (kind, secretHash, now) =>
    commits.write(async (trx) => {
      const row = await trx
        .updateTable('one_time_secrets')
        .set({ used_at: now })
        .where('secret_hash', '=', secretHash)
        .where('kind', '=', kind)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .returningAll()
        .executeTakeFirst();
      return row ? toSecret(row) : null;
    }),

  withdraw: (kind, account) =>
    commits.write(async (trx) => {
      await trx
        .deleteFrom('one_time_secrets')
        .where('kind', '=', kind)
        .$if(account !== null, (query) => query.where('account', '=', account))
        .execute();
    }),

  purge: (before) =>
    commits.write(async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom('one_time_secrets')
        .where('expires_at', '<', before)
        .executeTakeFirst();
      return Number(numDeletedRows);
    }),
});
