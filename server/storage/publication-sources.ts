/** Where imported publications came from, in SQL. */
import type { PublicationId } from '../../shared/kernel/ids.ts';
import type { PublicationSources } from '../ports/updates.ts';
import type { CommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';

export const createPublicationSources = (db: Database, commits: CommitGroup): PublicationSources => ({
  async find(organization, source) {
    const row = await db
      .selectFrom('publication_sources')
      .select(['publication', 'print', 'version'])
      .where('organization', '=', organization ?? '')
      .where('source', '=', source)
      .executeTakeFirst();
    return row ? { ...row, publication: row.publication as PublicationId } : null;
  },
  remember: (organization, source, made) =>
    commits.write(async (trx) => {
      await trx
        .insertInto('publication_sources')
        .values({ organization: organization ?? '', source, ...made })
        .onConflict((conflict) => conflict.columns(['organization', 'source']).doUpdateSet(made))
        .execute();
    }),
});
