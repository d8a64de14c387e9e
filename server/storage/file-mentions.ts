/**
 * Which pictures nothing names any more. Looks through every text and every document that is stored, whatever table it stands in, so that a new
 * place to mention a picture is not forgotten here; only the log of requests does not count. Must not know what mentions mean.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Database } from './database.ts';

export type Engine = 'sqlite' | 'postgres';

/** The record itself, and lines about requests for it. */
const NO_MENTION: ReadonlySet<string> = new Set(['files', 'audit']);
const TEXTS: ReadonlySet<string> = new Set(['text', 'varchar']);
const BYTES: ReadonlySet<string> = new Set(['blob', 'bytea']);

interface Place {
  readonly table: string;
  readonly column: string;
  readonly isText: boolean;
}

const placesIn = async (db: Database): Promise<readonly Place[]> => {
  const tables = await db.introspection.getTables();
  return tables
    .filter(({ name, isView }) => !isView && !NO_MENTION.has(name))
    .flatMap(({ name: table, columns }) =>
      columns.flatMap(({ name: column, dataType }) => {
        const type = dataType.toLowerCase();
        return TEXTS.has(type) || BYTES.has(type) ? [{ table, column, isText: TEXTS.has(type) }] : [];
      }),
    );
};

const isMentioned = async (db: Database, engine: Engine, places: readonly Place[], id: string): Promise<boolean> => {
  for (const { table, column, isText } of places) {
    const of = sql.ref(column);
    const bytes = Buffer.from(id);
    const holds: RawBuilder<boolean> =
      engine === 'sqlite'
        ? sql`instr(${of}, ${isText ? id : bytes}) > 0`
        : sql`position(${isText ? sql`${id}::text` : sql`${bytes}::bytea`} in ${of}) > 0`;
    const found = await sql`select 1 from ${sql.table(table)} where ${holds} limit 1`.execute(db);
    if (found.rows.length > 0) return true;
  }
  return false;
};

/** The workshop's own log and documents first: there nearly every picture is named, and they are read once for all of them. */
const ownTexts = async (db: Database, workshop: string): Promise<Buffer> => {
  const entries = await db.selectFrom('entries').select('body').where('workshop', '=', workshop).execute();
  const pieces = entries.map(({ body }) => Buffer.from(body));
  for (const table of ['prose_updates', 'prose_snapshots'] as const) {
    const rows = await db.selectFrom(table).select('body').where('document', 'like', `${workshop}/%`).execute();
    pieces.push(...rows.map(({ body }) => Buffer.from(body instanceof ArrayBuffer ? new Uint8Array(body) : body)));
  }
  return Buffer.concat(pieces);
};

export const withoutMention = async <Row extends { readonly id: string; readonly workshop: string }>(
  db: Database,
  engine: Engine,
  rows: readonly Row[],
): Promise<readonly Row[]> => {
  const places = rows.length > 0 ? await placesIn(db) : [];
  const left: Row[] = [];
  for (const workshop of new Set(rows.map((row) => row.workshop))) {
    const texts = await ownTexts(db, workshop);
    for (const row of rows) {
      if (row.workshop !== workshop || texts.includes(row.id)) continue;
      if (!(await isMentioned(db, engine, places, row.id))) left.push(row);
    }
  }
  return left;
};

/** Of these, which nothing names, whatever stands in the database. */
export const unmentionedOf = async <Id extends string>(
  db: Database,
  engine: Engine,
  ids: readonly Id[],
): Promise<readonly Id[]> => {
  const places = ids.length > 0 ? await placesIn(db) : [];
  const left: Id[] = [];
  for (const one of ids) if (!(await isMentioned(db, engine, places, one))) left.push(one);
  return left;
};
