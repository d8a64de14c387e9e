/**
 * Opens the database: SQLite embedded in the data folder, or PostgreSQL by URL. Owns engines, durability and migrations; the queries stand
 * in the stores. The embedded one admits a single process: whoever comes second is told so by name.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, Migrator, PostgresDialect, SqliteDialect, type SqliteDatabase } from 'kysely';
import Sqlite from 'libsql';
import pg from 'pg';
import { Fault } from '../faults.ts';
import type { BytesType } from './migrations/bytes-type.ts';
import { migrations } from './migrations/migrations.ts';
import type { Tables } from './schema.ts';

export type Database = Kysely<Tables>;

const PG_BIGINT = 20;

/**
 * libsql keeps the file, and with it the lock, as long as any statement has not been collected. So before closing the lock is given back by
 * leaving WAL, which also leaves the data folder with one whole file.
 */
const releasing = (sqlite: Sqlite.Database): SqliteDatabase => ({
  prepare: (query) => sqlite.prepare(query),
  close() {
    sqlite.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; BEGIN IMMEDIATE; COMMIT;');
    sqlite.close();
  },
});

const openSqlite = (folder: string): Database => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const sqlite = new Sqlite(join(folder, 'plenary.db'));
    // EXCLUSIVE with WAL keeps every other process out for as long as we live; FULL makes each commit survive a power loss.
    sqlite.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA busy_timeout = 2000;');
    sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    // What is deleted is overwritten, or a purge would leave it in the file's free pages.
    sqlite.exec('PRAGMA secure_delete = ON;');
    // 32 MB of pages: the directory's indexes are written all over, and would be spilled to disk and read again.
    sqlite.exec('PRAGMA cache_size = -32000;');
    sqlite.exec('BEGIN IMMEDIATE; COMMIT;');
    return new Kysely<Tables>({ dialect: new SqliteDialect({ database: releasing(sqlite) }) });
  } catch (cause) {
    if (String(cause).includes('locked') || String(cause).includes('busy')) {
      throw new Fault('store/heldByAnother', `Another Plenary already runs on the data folder ${folder}.`, { cause });
    }
    throw new Fault('store/unavailable', `The data folder ${folder} cannot be opened.`, { cause });
  }
};

const openPostgres = (url: string): Database => {
  const types: pg.CustomTypesConfig = {
    getTypeParser: (oid: number, format?: 'text' | 'binary'): ((text: string) => unknown) =>
      oid === PG_BIGINT ? Number : (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
  };
  const pool = new pg.Pool({ connectionString: url, max: 8, types, connectionTimeoutMillis: 5000 });
  // Without a listener a connection that breaks while idle would end the process.
  pool.on('error', () => undefined);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
};

const migrate = async (db: Database, bytes: BytesType): Promise<void> => {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations(bytes)) },
    // Numbers belong to areas, and an area with a lower one may come later; none leans on one with a higher number.
    allowUnorderedMigrations: true,
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const newer = error instanceof Error && error.message.includes('corrupted migrations');
  throw new Fault(
    newer ? 'store/newerVersion' : 'store/unavailable',
    newer ? 'The data were written by a newer version of Plenary.' : 'The database could not be brought up to date.',
    { cause: error },
  );
};

export const openDatabase = async (where: {
  readonly folder: string;
  readonly url?: string | undefined;
}): Promise<Database> => {
  const db = where.url === undefined ? openSqlite(where.folder) : openPostgres(where.url);
  try {
    await migrate(db, where.url === undefined ? 'blob' : 'bytea');
    return db;
  } catch (cause) {
    await db.destroy();
    throw cause instanceof Fault ? cause : new Fault('store/unavailable', 'The database cannot be reached.', { cause });
  }
};
