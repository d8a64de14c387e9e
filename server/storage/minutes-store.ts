/** Versions of minutes in SQL. Must not know what a board holds. */
import { id, instant } from '../../shared/kernel/ids.ts';
import type { Board } from '../../shared/notes/blocks.ts';
import type { MinutesVersion, MinutesVersionStore } from '../ports/minutes.ts';
import type { CommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';

export const createMinutesVersionStore = (db: Database, commits: CommitGroup): MinutesVersionStore => ({
  keep: ({ workshop, seq, at, phase, board }) =>
    commits.write(async (trx) => {
      await trx
        .insertInto('minutes_versions')
        .values({ workshop, seq, at, phase, board: JSON.stringify(board) })
        .onConflict((conflict) => conflict.columns(['workshop', 'seq']).doNothing())
        .execute();
    }),

  async of(workshop) {
    const rows = await db
      .selectFrom('minutes_versions')
      .selectAll()
      .where('workshop', '=', workshop)
      .orderBy('seq')
      .execute();
    return rows.map(({ seq, at, phase, board }): MinutesVersion => ({
      workshop: id(workshop),
      seq,
      at: instant(Number(at)),
      phase: phase === 'approved' ? 'approved' : 'review',
      board: JSON.parse(board) as Board,
    }));
  },
});
