/** Logs of working copies and chosen house styles in SQL. Must not know what the entries mean. */
import type { DraftEntry } from '../../shared/drafting/commands.ts';
import type { DraftStore } from '../ports/drafts.ts';
import type { CommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';

export const createDraftStore = (db: Database, commits: CommitGroup): DraftStore => ({
  async load(workshop) {
    const rows = await db
      .selectFrom('draft_entries')
      .select('body')
      .where('workshop', '=', workshop)
      .orderBy('seq')
      .execute();
    return rows.map(({ body }) => JSON.parse(body) as DraftEntry);
  },

  append: (workshop, entry) =>
    commits.write(async (trx) => {
      const row = { workshop, seq: entry.seq, at: entry.at, body: JSON.stringify(entry) };
      await trx.insertInto('draft_entries').values(row).execute();
    }),

  async styleOf(organization) {
    const row = await db
      .selectFrom('organization_styles')
      .select('style')
      .where('organization', '=', organization)
      .executeTakeFirst();
    return row?.style ?? null;
  },

  chooseStyle: (organization, style) =>
    commits.write(async (trx) => {
      await trx
        .insertInto('organization_styles')
        .values({ organization, style })
        .onConflict((conflict) => conflict.column('organization').doUpdateSet({ style }))
        .execute();
    }),
});
