/** What is known of each kept picture, in SQL; the pictures themselves stand in the file cabinet. */
import type { FileId, Instant, SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { FileRecords, StoredFile } from '../ports.ts';
import type { CommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';

export const createFileRecords = (db: Database, commits: CommitGroup): FileRecords => ({
  add: (file) =>
    commits.write(async (trx) => {
      await trx
        .insertInto('files')
        .values({
          id: file.id,
          workshop: file.workshop,
          media_type: file.mediaType,
          width: file.width,
          height: file.height,
          bytes: file.bytes,
          uploaded_by: file.uploadedBy,
          at: file.at,
        })
        .execute();
    }),

  async find(workshop, id) {
    const row = await db
      .selectFrom('files')
      .selectAll()
      .where('workshop', '=', workshop)
      .where('id', '=', id)
      .executeTakeFirst();
    return row
      ? {
          id: row.id as FileId,
          workshop: row.workshop as WorkshopId,
          mediaType: row.media_type as StoredFile['mediaType'],
          width: row.width,
          height: row.height,
          bytes: row.bytes,
          uploadedBy: row.uploaded_by as SeatId | null,
          at: row.at as Instant,
        }
      : null;
  },

  async count(workshop) {
    const row = await db
      .selectFrom('files')
      .select((e) => e.fn.countAll().as('n'))
      .where('workshop', '=', workshop)
      .executeTakeFirstOrThrow();
    return Number(row.n);
  },
});
