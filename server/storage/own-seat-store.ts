/** Which seats belong to which account, in SQL. Owns that a seat once claimed is nobody else's. */
import type { SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { OwnSeatStore } from '../ports/own-seats.ts';
import type { CommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';

export const createOwnSeatStore = (db: Database, commits: CommitGroup): OwnSeatStore => ({
  claim: (seat, account) =>
    commits.write(async (trx) => {
      const others = await trx
        .selectFrom('seats')
        .select('seat')
        .where('seat', '=', seat)
        .where('account', 'is not', null)
        .where('account', '!=', account)
        .executeTakeFirst();
      if (others) return false;
      await trx.updateTable('seats').set({ account }).where('seat', '=', seat).execute();
      return true;
    }),

  async seatIn(workshop, account) {
    const row = await db
      .selectFrom('seats')
      .select('seat')
      .where('workshop', '=', workshop)
      .where('account', '=', account)
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row ? (row.seat as SeatId) : null;
  },

  async seatsOf(account) {
    const rows = await db
      .selectFrom('seats')
      .select(['seat', 'workshop'])
      .where('account', '=', account)
      .groupBy(['seat', 'workshop'])
      .orderBy((e) => e.fn.max('created_at'), 'desc')
      .execute();
    return rows.map(({ seat, workshop }) => ({ seat: seat as SeatId, workshop: workshop as WorkshopId }));
  },
});
