/** The installation's settings in SQL; must not know what they mean. */
import type { SettingsStore } from '../ports/accounts.ts';
import type { CommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';

export const createSettingsStore = (db: Database, commits: CommitGroup): SettingsStore => ({
  async read() {
    const rows = await db.selectFrom('settings').selectAll().execute();
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  },
  write: (values) =>
    commits.write(async (trx) => {
      for (const [name, value] of Object.entries(values)) {
        await trx
          .insertInto('settings')
          .values({ name, value })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
          .execute();
      }
    }),
});
