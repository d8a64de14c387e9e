/**
 * What goes from the database when a workshop is deleted. Owns that nothing is forgotten: every table with a column `workshop` is emptied of it,
 * also one that was added after this was written; the audit log and publications stay, and say so where they are read.
 */
import { sql } from 'kysely';
import type { WorkshopId } from '../../shared/kernel/ids.ts';
import type { Losses } from '../ports/planning.ts';
import type { Write } from './commit-group.ts';
import type { Database } from './database.ts';

const STAY: ReadonlySet<string> = new Set(['audit', 'publications']);

const PUBLIC = ['published', 'embargoed', 'withdrawn'] as const;

export const countLosses = async (db: Database, workshop: WorkshopId): Promise<Losses> => {
  const count = async (
    table: 'entries' | 'files' | 'chat_words' | 'links' | 'seats' | 'draft_entries',
  ): Promise<number> => {
    const { total } = await db
      .selectFrom(table)
      .select((e) => e.fn.countAll<number | string>().as('total'))
      .where('workshop', '=', workshop)
      .executeTakeFirstOrThrow();
    return Number(total);
  };
  const published = await db
    .selectFrom('publications')
    .select('id')
    .where('workshop', '=', workshop)
    .where('status', 'in', [...PUBLIC])
    .execute();
  return {
    entries: await count('entries'),
    files: await count('files'),
    lines: await count('chat_words'),
    links: await count('links'),
    seats: await count('seats'),
    drafts: await count('draft_entries'),
    published: published.length,
  };
};

export const removeWorkshop = async (trx: Write, workshop: WorkshopId): Promise<void> => {
  await trx
    .deleteFrom('seat_keys')
    .where('seat', 'in', trx.selectFrom('seats').select('seat').where('workshop', '=', workshop))
    .execute();
  for (const table of ['prose_updates', 'prose_snapshots', 'prose_quarantine'] as const) {
    await trx
      .deleteFrom(table)
      .where((e) => e.or([e('document', '=', workshop), e('document', 'like', `${workshop}/%`)]))
      .execute();
  }
  const tables = await trx.introspection.getTables();
  const named = tables
    .filter(({ name, columns, isView }) => !isView && !STAY.has(name) && columns.some((one) => one.name === 'workshop'))
    .map(({ name }) => name)
    // What belongs to registrations or invitations was added later than what it belongs to.
    .toReversed();
  for (const name of named) await sql`delete from ${sql.table(name)} where workshop = ${workshop}`.execute(trx);
  await trx.deleteFrom('workshops').where('id', '=', workshop).execute();
};
