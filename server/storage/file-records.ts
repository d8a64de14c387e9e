/** What is known of each kept picture, in SQL; the pictures themselves stand in the file cabinet. */
import type { FileId, Instant, SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { FileRecords, StoredFile } from '../ports.ts';
import type { CommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';
import { withoutMention, type Engine } from './file-mentions.ts';
import type { FilesTable } from './tables/files.ts';

const toFile = (row: FilesTable): StoredFile => ({
  id: row.id as FileId,
  workshop: row.workshop as WorkshopId,
  mediaType: row.media_type as StoredFile['mediaType'],
  width: row.width,
  height: row.height,
  bytes: row.bytes,
  uploadedBy: row.uploaded_by as SeatId | null,
  at: row.at as Instant,
});

export const createFileRecords = (db: Database, commits: CommitGroup, engine: Engine): FileRecords => ({
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
    return row ? toFile(row) : null;
  },

  async unmentioned(before) {
    const rows = await db.selectFrom('files').selectAll().where('at', '<', before).orderBy('workshop').execute();
    return (await withoutMention(db, engine, rows)).map(toFile);
  },

  async of(workshop, by) {
    const rows = await db
      .selectFrom('files')
      .selectAll()
      .where('workshop', '=', workshop)
      .where('uploaded_by', '=', by)
      .orderBy('at')
      .execute();
    return rows.map(toFile);
  },

  remove: (id) =>
    commits.write(async (trx) => {
      await trx.deleteFrom('files').where('id', '=', id).execute();
    }),

  async count(workshop) {
    const row = await db
      .selectFrom('files')
      .select((e) => e.fn.countAll().as('n'))
      .where('workshop', '=', workshop)
      .executeTakeFirstOrThrow();
    return Number(row.n);
  },
});
