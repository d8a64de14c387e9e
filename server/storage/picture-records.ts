/** What is known of each published picture, in SQL; the pictures themselves stand on the shelf. */
import type { FileId } from '../../shared/kernel/ids.ts';
import type { PictureRecords } from '../ports/updates.ts';
import type { CommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';

export const createPictureRecords = (db: Database, commits: CommitGroup): PictureRecords => ({
  add: (picture) =>
    commits.write(async (trx) => {
      await trx
        .insertInto('publication_pictures')
        .values(picture)
        .onConflict((conflict) => conflict.columns(['publication', 'file']).doNothing())
        .execute();
    }),
  remove: (publication, file) =>
    commits.write(async (trx) => {
      await trx
        .deleteFrom('publication_pictures')
        .where('publication', '=', publication)
        .where('file', '=', file)
        .execute();
    }),
  async of(publication) {
    const rows = await db
      .selectFrom('publication_pictures')
      .selectAll()
      .where('publication', '=', publication)
      .orderBy('file')
      .execute();
    return rows.map(({ file, width, height }) => ({
      publication: publication,
      file: file as FileId,
      width,
      height,
    }));
  },
});
