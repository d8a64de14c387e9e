/** Links, seats and the installation's own secrets in SQL. Secrets of people arrive hashed. */
import type { AccountId, Instant, SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { Role } from '../../shared/workshop/roles.ts';
import type { AccessStore } from '../ports.ts';
import type { CommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';

export const createAccessStore = (db: Database, commits: CommitGroup): AccessStore => ({
  addLink: (link) =>
    commits.write(async (trx) => {
      await trx
        .insertInto('links')
        .values({
          id: link.id,
          workshop: link.workshop,
          role: link.role,
          secret_hash: link.secretHash,
          created_at: link.createdAt,
          revoked_at: link.revokedAt,
        })
        .execute();
    }),

  async findLink(workshop, secretHash) {
    const row = await db
      .selectFrom('links')
      .selectAll()
      .where('workshop', '=', workshop)
      .where('secret_hash', '=', secretHash)
      .executeTakeFirst();
    return row
      ? {
          id: row.id,
          workshop: row.workshop as WorkshopId,
          role: row.role as Role,
          secretHash: row.secret_hash,
          createdAt: row.created_at as Instant,
          revokedAt: row.revoked_at as Instant | null,
        }
      : null;
  },

  revokeLink: (workshop, link, at) =>
    commits.write(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('links')
        .set({ revoked_at: at })
        .where('workshop', '=', workshop)
        .where('id', '=', link)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    }),

  addSeat: (seat) =>
    commits.write(async (trx) => {
      await trx
        .insertInto('seats')
        .values({
          seat: seat.seat,
          workshop: seat.workshop,
          link: seat.link,
          token_hash: seat.tokenHash,
          created_at: seat.createdAt,
          account: seat.account,
          browser_hash: null,
        })
        .execute();
    }),

  async findSeat(tokenHash) {
    const row = await db.selectFrom('seats').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
    return row
      ? {
          seat: row.seat as SeatId,
          workshop: row.workshop as WorkshopId,
          link: row.link,
          tokenHash: row.token_hash,
          createdAt: row.created_at as Instant,
          account: row.account as AccountId | null,
        }
      : null;
  },

  installationSecret: (name, fresh) =>
    commits.write(async (trx) => {
      await trx
        .insertInto('secrets')
        .values({ name, secret: fresh() })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute();
      const row = await trx.selectFrom('secrets').select('secret').where('name', '=', name).executeTakeFirstOrThrow();
      return row.secret;
    }),
});
