// All that a server has written, as one text: every row of every table, and every byte of every file. For tests that look for what must be gone.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

const rowsOf = async (url: string): Promise<string> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tables = await client.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'`,
  );
  const texts: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await client.query<Record<string, unknown>>(`select * from ${name}`);
    for (const row of rows) {
      texts.push(
        Object.values(row)
          .map((one) => (Buffer.isBuffer(one) ? one.toString('latin1') : String(one)))
          .join('\n'),
      );
    }
  }
  await client.end();
  return texts.join('\n');
};

/** The embedded database is read as its file lies on the disk, so that what is deleted but not overwritten is found as well. */
export const everythingStored = async (folder: string, databaseUrl?: string): Promise<string> => {
  const files = filesOf(folder).map((path) => `${path}\n${readFileSync(path, 'latin1')}`);
  return [...files, ...(databaseUrl === undefined ? [] : [await rowsOf(databaseUrl)])].join('\n');
};
