/** How long things are kept, in SQL, and the wiping of the database's own files. Must not know what the kinds hold. */
import { sql } from 'kysely';
import { RETENTION_KINDS, type KeptFor } from '../../shared/privacy/retention.ts';
import type { RetentionStore } from '../ports/retention.ts';
import type { CommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';

/** The installation's own rule; an organization's would carry its id. */
const INSTALLATION = '';
const FOR_EVER = 0;

export const createRetentionStore = (
  db: Database,
  commits: CommitGroup,
  engine: 'sqlite' | 'postgres',
): RetentionStore => ({
  async read() {
    const rows = await db.selectFrom('retention').selectAll().where('scope', '=', INSTALLATION).execute();
    const known = rows.flatMap(({ kind, days }) => {
      const one = RETENTION_KINDS.find((name) => name === kind);
      return one === undefined ? [] : [[one, days === FOR_EVER ? null : days] as const];
    });
    return Object.fromEntries(known) as Partial<KeptFor>;
  },

  write: (days) =>
    commits.write(async (trx) => {
      for (const [kind, given] of Object.entries(days)) {
        const row = { scope: INSTALLATION, kind, days: given ?? FOR_EVER };
        await trx
          .insertInto('retention')
          .values(row)
          .onConflict((conflict) => conflict.columns(['scope', 'kind']).doUpdateSet({ days: row.days }))
          .execute();
      }
    }),

  async wipe() {
    // SQLite overwrites what it deletes (secure_delete); the log beside the file still holds the pages as they were.
    if (engine === 'sqlite') await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
    else await sql`VACUUM`.execute(db);
  },
});
