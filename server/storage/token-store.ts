/** Tokens of programs, in SQL. Must not know what a token may. */
import type { AccountId, Instant, OwningOrganizationId } from '../../shared/kernel/ids.ts';
import type { TokenScope } from '../../shared/organization/scopes.ts';
import type { TokenRecord, TokenStore } from '../ports/api.ts';
import type { CommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';
import type { ApiTokensTable } from './tables/api.ts';

const toRecord = (row: ApiTokensTable): TokenRecord => ({
  id: row.id,
  organization: row.organization as OwningOrganizationId,
  account: row.account as AccountId,
  name: row.name,
  tokenHash: row.token_hash,
  scopes: JSON.parse(row.scopes) as TokenScope[],
  createdAt: row.created_at as Instant,
  expiresAt: row.expires_at as Instant | null,
  usedAt: row.used_at as Instant | null,
});

export const createTokenStore = (db: Database, commits: CommitGroup): TokenStore => ({
  add: (token) =>
    commits.write(async (trx) => {
      await trx
        .insertInto('api_tokens')
        .values({
          id: token.id,
          organization: token.organization,
          account: token.account,
          name: token.name,
          token_hash: token.tokenHash,
          scopes: JSON.stringify(token.scopes),
          created_at: token.createdAt,
          expires_at: token.expiresAt,
          used_at: token.usedAt,
        })
        .execute();
    }),

  async find(tokenHash) {
    const row = await db.selectFrom('api_tokens').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
    return row ? toRecord(row) : null;
  },

  async list(organization) {
    const rows = await db
      .selectFrom('api_tokens')
      .selectAll()
      .where('organization', '=', organization)
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .execute();
    return rows.map(toRecord);
  },

  touch: (token, at) =>
    commits.write(async (trx) => {
      await trx.updateTable('api_tokens').set({ used_at: at }).where('id', '=', token).execute();
    }),

  remove: (organization, token) =>
    commits.write(async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom('api_tokens')
        .where('organization', '=', organization)
        .where('id', '=', token)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    }),
});
