/** What proves accounts, and how often it was tried, in SQL. Owns that a code is used once and that tries in parallel are all counted. */
import { instant, type AccountId, type Instant } from '../../shared/kernel/ids.ts';
import type { AttemptStore, Credential, CredentialKind, CredentialStore } from '../ports/accounts.ts';
import type { CommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';
import type { CredentialsTable } from './tables/accounts.ts';

const toRow = ({ createdAt, usedAt, ...rest }: Credential): CredentialsTable => ({
  ...rest,
  created_at: createdAt,
  used_at: usedAt,
});

const toCredential = (row: CredentialsTable): Credential => ({
  id: row.id,
  account: row.account as AccountId,
  kind: row.kind as CredentialKind,
  key: row.key,
  body: row.body,
  label: row.label,
  createdAt: row.created_at as Instant,
  usedAt: row.used_at as Instant | null,
});

export const createCredentialStore = (db: Database, commits: CommitGroup): CredentialStore => ({
  put: (credential) =>
    commits.write(async (trx) => {
      await trx
        .deleteFrom('credentials')
        .where('account', '=', credential.account)
        .where('kind', '=', credential.kind)
        .where('key', '=', credential.key)
        .execute();
      await trx.insertInto('credentials').values(toRow(credential)).execute();
    }),

  replaceAll: (account, kind, by) =>
    commits.write(async (trx) => {
      await trx.deleteFrom('credentials').where('account', '=', account).where('kind', '=', kind).execute();
      if (by.length > 0) await trx.insertInto('credentials').values(by.map(toRow)).execute();
    }),

  async find(kind, key) {
    const row = await db
      .selectFrom('credentials')
      .selectAll()
      .where('kind', '=', kind)
      .where('key', '=', key)
      .executeTakeFirst();
    return row ? toCredential(row) : null;
  },

  async list(account) {
    const rows = await db
      .selectFrom('credentials')
      .selectAll()
      .where('account', '=', account)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return rows.map(toCredential);
  },

  use: (credential, body, at) =>
    commits.write(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('credentials')
        .set({ body, used_at: at })
        .where('id', '=', credential.id)
        .where('body', '=', credential.body)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    }),

  remove: (account, id) =>
    commits.write(async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom('credentials')
        .where('account', '=', account)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    }),
});

export const createAttemptStore = (commits: CommitGroup): AttemptStore => ({
  count: (key, now, blockFor, forgetAfter) =>
    commits.write(async (trx) => {
      const row = await trx.selectFrom('attempts').selectAll().where('key', '=', key).executeTakeFirst();
      if (row && row.blocked_until > now) return row.blocked_until as Instant;
      const before = row && now - row.last_at < forgetAfter ? row.failed : 0;
      const next = { failed: before + 1, last_at: now, blocked_until: now + blockFor(before + 1) };
      await trx
        .insertInto('attempts')
        .values({ key, ...next })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(next))
        .execute();
      return null;
    }),

  forgive: (key) =>
    commits.write(async (trx) => {
      const row = await trx.selectFrom('attempts').select('failed').where('key', '=', key).executeTakeFirst();
      if (!row) return;
      await trx
        .updateTable('attempts')
        .set({ failed: Math.max(0, row.failed - 1), blocked_until: instant(0) })
        .where('key', '=', key)
        .execute();
    }),

  purge: (before) =>
    commits.write(async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom('attempts')
        .where('last_at', '<', before)
        .where('blocked_until', '<', before)
        .executeTakeFirst();
      return Number(numDeletedRows);
    }),
});
