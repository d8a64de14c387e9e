/** The board's history in SQL. Owns how many versions a section keeps; must not know what a body holds. */
import * as z from 'zod';
import { instant, type Instant, type SeatId } from '../../shared/kernel/ids.ts';
import type { BoardHistoryStore } from '../ports/board-history.ts';
import type { CommitGroup, Write } from './commit-group.ts';
import type { Database } from './database.ts';

/** Of one section. At one a minute: more than three hours of writing without a pause, minute by minute. */
const MOST_VERSIONS = 200;

const seatsOf = z.array(z.string().transform((seat) => seat as SeatId));

/** The older half loses every second version: what is long ago is looked at less closely. The very first one stays. */
const thin = async (trx: Write, document: string, fragment: string): Promise<void> => {
  const rows = await trx
    .selectFrom('board_history')
    .select('at')
    .where('document', '=', document)
    .where('fragment', '=', fragment)
    .orderBy('at')
    .execute();
  if (rows.length <= MOST_VERSIONS) return;
  const leaving = rows.slice(0, MOST_VERSIONS / 2).flatMap(({ at }, index) => (index % 2 === 1 ? [at] : []));
  await trx
    .deleteFrom('board_history')
    .where('document', '=', document)
    .where('fragment', '=', fragment)
    .where('at', 'in', leaving)
    .execute();
};

export const createBoardHistoryStore = (db: Database, commits: CommitGroup): BoardHistoryStore => ({
  keep: (document, versions) =>
    commits.write(async (trx) => {
      for (const { fragment, at, seats, files, body } of versions) {
        await trx
          .insertInto('board_history')
          .values({
            document,
            fragment,
            at,
            seats: JSON.stringify(seats),
            files: files.join('\n'),
            body: Buffer.from(body),
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        await thin(trx, document, fragment);
      }
    }),

  async list(document) {
    const rows = await db
      .selectFrom('board_history')
      .select(['fragment', 'at', 'seats'])
      .where('document', '=', document)
      .orderBy('at')
      .orderBy('fragment')
      .execute();
    return rows.map(({ fragment, at, seats }) => ({
      fragment,
      at: instant(at),
      seats: seatsOf.parse(JSON.parse(seats)),
    }));
  },

  async asOf(document, at: Instant) {
    const rows = await db
      .selectFrom('board_history as version')
      .select(['version.fragment', 'version.at', 'version.body'])
      .where('version.document', '=', document)
      .where('version.at', '=', (e) =>
        e
          .selectFrom('board_history as other')
          .select((f) => f.fn.max('other.at').as('at'))
          .where('other.document', '=', document)
          .whereRef('other.fragment', '=', 'version.fragment')
          .where('other.at', '<=', at),
      )
      .execute();
    return rows.map(({ fragment, at: when, body }) => ({ fragment, at: instant(when), body: new Uint8Array(body) }));
  },
});
