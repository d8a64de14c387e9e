/** The log of each workshop in SQL. Owns entries and the list of workshops; must not know what entries mean. */
import type { Selectable } from 'kysely';
import type { Glance } from '../../shared/planning/glance.ts';
import type { Stage } from '../../shared/workshop/planning/types.ts';
import type { CommandId, Instant, WorkshopId } from '../../shared/kernel/ids.ts';
import type { BoxChange } from '../../shared/workshop/concealed.ts';
import type { Entry } from '../../shared/workshop/workshop.ts';
import type { FactStore, WorkshopSummary } from '../ports.ts';
import type { CommitGroup, Write } from './commit-group.ts';
import type { Database } from './database.ts';
import type { EntriesTable, WorkshopsTable } from './tables/facts.ts';

const toRow = (workshop: WorkshopId, entry: Entry): EntriesTable => ({
  workshop,
  seq: entry.seq,
  at: entry.at,
  v: entry.v,
  cause: entry.cause,
  body: JSON.stringify({ by: entry.by, events: entry.events }),
});

const toEntry = ({ seq, at, v, cause, body }: EntriesTable): Entry =>
  ({ seq, at, v, cause, ...JSON.parse(body) }) as Entry;

const summaryRow = (summary: WorkshopSummary): Omit<Selectable<WorkshopsTable>, 'organization' | 'created_by'> => ({
  id: summary.id,
  title: JSON.stringify(summary.title),
  language: summary.language,
  phase: summary.phase,
  starts_at: summary.startsAt,
  ended_at: summary.endedAt,
  created_at: summary.createdAt,
  origin: summary.origin,
  ends_at: summary.endsAt,
  stage: summary.stage,
  archived: summary.archived ? 1 : 0,
  glance: summary.glance === null ? '' : JSON.stringify(summary.glance),
});

export const toSummary = (row: Selectable<WorkshopsTable>): WorkshopSummary =>
  ({
    id: row.id as WorkshopId,
    title: JSON.parse(row.title) as WorkshopSummary['title'],
    language: row.language,
    phase: row.phase,
    startsAt: row.starts_at as Instant | null,
    endedAt: row.ended_at as Instant | null,
    createdAt: row.created_at as Instant,
    origin: row.origin,
    endsAt: row.ends_at as Instant | null,
    stage: row.stage as Stage,
    archived: row.archived === 1,
    glance: row.glance === '' ? null : (JSON.parse(row.glance) as Glance),
  }) as WorkshopSummary;

/** SQLite allows 32,766 bound values in one statement; an imported log may hold more. */
const ROWS_AT_ONCE = 1000;

const writeEntries = async (db: Database, workshop: WorkshopId, entries: readonly Entry[]): Promise<void> => {
  for (let i = 0; i < entries.length; i += ROWS_AT_ONCE) {
    const rows = entries.slice(i, i + ROWS_AT_ONCE).map((entry) => toRow(workshop, entry));
    await db.insertInto('entries').values(rows).execute();
  }
};

const readBox = async (db: Database | Write, workshop: WorkshopId, poll: CommandId): Promise<readonly number[]> => {
  const row = await db
    .selectFrom('ballot_boxes')
    .select('counts')
    .where('workshop', '=', workshop)
    .where('poll', '=', poll)
    .executeTakeFirst();
  return row === undefined ? [] : (JSON.parse(row.counts) as readonly number[]);
};

/** Only sums are kept: neither ballots nor the order in which they came. */
const changeBox = async (trx: Write, workshop: WorkshopId, change: BoxChange): Promise<void> => {
  const { poll } = change;
  const before = await readBox(trx, workshop, poll);
  await trx.deleteFrom('ballot_boxes').where('workshop', '=', workshop).where('poll', '=', poll).execute();
  if (change.kind === 'empty') return;
  const counts = JSON.stringify(change.counts.map((count, place) => count + (before[place] ?? 0)));
  await trx.insertInto('ballot_boxes').values({ workshop, poll, counts }).execute();
};

export const createFactStore = (db: Database, commits: CommitGroup): FactStore => ({
  create: (summary, entries, owner = { organization: null, account: null }) =>
    commits.write(async (trx) => {
      await trx
        .insertInto('workshops')
        .values({ ...summaryRow(summary), organization: owner.organization, created_by: owner.account })
        .execute();
      await writeEntries(trx, summary.id, entries);
    }),

  append: (workshop, entries, summary, box, rewritten = []) =>
    commits.write(async (trx) => {
      for (const entry of rewritten) {
        const { body, v } = toRow(workshop, entry);
        await trx
          .updateTable('entries')
          .set({ body, v })
          .where('workshop', '=', workshop)
          .where('seq', '=', entry.seq)
          .execute();
      }
      await writeEntries(trx, workshop, entries);
      const { id: _, ...row } = summaryRow(summary);
      await trx.updateTable('workshops').set(row).where('id', '=', workshop).execute();
      if (box !== undefined) await changeBox(trx, workshop, box);
    }),

  box: (workshop, poll) => readBox(db, workshop, poll),

  async load(workshop) {
    const row = await db.selectFrom('workshops').selectAll().where('id', '=', workshop).executeTakeFirst();
    if (!row) return null;
    const entries = await db
      .selectFrom('entries')
      .selectAll()
      .where('workshop', '=', workshop)
      .orderBy('seq')
      .execute();
    return { summary: toSummary(row), entries: entries.map(toEntry) };
  },

  async list() {
    const rows = await db.selectFrom('workshops').selectAll().orderBy('created_at', 'desc').execute();
    return rows.map(toSummary);
  },
});
