/** The audit log in SQL: appended, read newest first, purged by age. Must not know what the actions mean. */
import { sql } from 'kysely';
import type { AccountId, Instant, OwningOrganizationId, SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { AuditDoor, AuditOutcome, AuditRecord, AuditStore } from '../ports/audit.ts';
import type { CommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';
import type { AuditTable } from './tables/doors.ts';

const toRow = (record: AuditRecord): AuditTable => ({
  id: record.id,
  at: record.at,
  door: record.door,
  action: record.action,
  outcome: record.outcome,
  code: record.code ?? null,
  workshop: record.workshop ?? null,
  organization: record.organization ?? null,
  seat: record.seat ?? null,
  account: record.account ?? null,
  target: record.target ?? null,
  request: record.request ?? null,
});

const toRecord = (row: AuditTable): AuditRecord => ({
  id: row.id,
  at: row.at as Instant,
  door: row.door as AuditDoor,
  action: row.action,
  outcome: row.outcome as AuditOutcome,
  ...(row.code !== null && { code: row.code }),
  ...(row.workshop !== null && { workshop: row.workshop as WorkshopId }),
  ...(row.organization !== null && { organization: row.organization as OwningOrganizationId }),
  ...(row.seat !== null && { seat: row.seat as SeatId }),
  ...(row.account !== null && { account: row.account as AccountId }),
  ...(row.target !== null && { target: row.target }),
  ...(row.request !== null && { request: row.request }),
});

const EQUAL = ['workshop', 'organization', 'seat', 'account', 'door', 'outcome'] as const;
/** SQLite allows 32,766 bound values in one statement. */
const ROWS_AT_ONCE = 500;

export const createAuditStore = (db: Database, commits: CommitGroup): AuditStore => ({
  append: (records) =>
    commits.write(async (trx) => {
      for (let i = 0; i < records.length; i += ROWS_AT_ONCE) {
        const rows = records.slice(i, i + ROWS_AT_ONCE).map(toRow);
        await trx.insertInto('audit').values(rows).execute();
      }
    }),

  async read(query) {
    let select = db.selectFrom('audit').selectAll();
    for (const column of EQUAL) {
      const wanted = query[column];
      if (wanted !== undefined) select = select.where(column, '=', wanted);
    }
    const { action, names, from, until, before } = query;
    if (action !== undefined) select = select.where(sql`substr(action, 1, ${action.length})`, '=', action);
    if (names !== undefined)
      select = select.where((e) => {
        const begun = e.or(names.beginnings.map((one) => e(sql`substr(action, 1, ${one.length})`, '=', one)));
        return names.within ? begun : e.not(begun);
      });
    if (from !== undefined) select = select.where('at', '>=', from);
    if (until !== undefined) select = select.where('at', '<', until);
    if (before !== undefined)
      select = select.where((e) =>
        e.or([e('at', '<', before.at), e.and([e('at', '=', before.at), e('id', '<', before.id)])]),
      );
    const rows = await select.orderBy('at', 'desc').orderBy('id', 'desc').limit(query.limit).execute();
    return rows.map(toRecord);
  },

  purge: (before, of) =>
    commits.write(async (trx) => {
      let old = trx.deleteFrom('audit').where('at', '<', before);
      if ('organization' in of) old = old.where('organization', '=', of.organization);
      else if (of.except.length > 0)
        old = old.where((e) => e.or([e('organization', 'is', null), e('organization', 'not in', of.except)]));
      const { numDeletedRows } = await old.executeTakeFirst();
      return Number(numDeletedRows);
    }),
});
