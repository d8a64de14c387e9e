// What belongs to one engine alone: one process on SQLite, an absent PostgreSQL, and data that a newer version wrote.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Sqlite from 'libsql';
import { expect, onTestFinished, test } from 'vitest';
import { openStores } from '../../../server/storage/stores.ts';
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import { entry, fresh, summary } from '../../contracts/stores.ts';
import { startPostgres } from '../../support/postgres.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const storesModule = fileURLToPath(new URL('../../../server/storage/stores.ts', import.meta.url));

/** Opens the store in another process; answers the fault's code, or 'opened'. */
const openElsewhere = async (folder: string): Promise<string> => {
  const script = `import { openStores } from ${JSON.stringify(storesModule)};
    openStores({ folder: ${JSON.stringify(folder)} }).then(
      () => process.stdout.write('opened', () => process.exit()), (fault) => process.stdout.write(fault.code));`;
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    '--input-type=module',
    '--eval',
    script,
  ]);
  return stdout;
};

test('given a store is open, when another process opens it, then store/heldByAnother, and after closing it may', async () => {
  const folder = temporaryFolder();
  const stores = await openStores({ folder });
  await stores.access.installationSecret('a', () => 'b');
  expect(await openElsewhere(folder)).toBe('store/heldByAnother');
  await stores.close();
  expect(await openElsewhere(folder)).toBe('opened');
});

test('given the embedded store, when it is open, then each commit is on the disk before it is acknowledged', async () => {
  const folder = temporaryFolder();
  const { openDatabase } = await import('../../../server/storage/database.ts');
  const { sql } = await import('kysely');
  const db = await openDatabase({ folder });
  const read = async (pragma: string): Promise<unknown> =>
    Object.values((await sql<Record<string, unknown>>`PRAGMA ${sql.raw(pragma)}`.execute(db)).rows[0] ?? {})[0];
  expect([await read('journal_mode'), await read('synchronous'), await read('locking_mode')]).toEqual([
    'wal',
    2,
    'exclusive',
  ]);
  await db.destroy();
});

test('given data that a newer version wrote, when the store is opened, then store/newerVersion and nothing is touched', async () => {
  const folder = temporaryFolder();
  await (await openStores({ folder })).close();
  const sqlite = new Sqlite(join(folder, 'plenary.db'));
  sqlite.exec(`INSERT INTO kysely_migration (name, timestamp) VALUES ('9999-from-the-future', '2099-01-01')`);
  sqlite.close();
  await expect(openStores({ folder })).rejects.toMatchObject({ code: 'store/newerVersion' });
});

test('given a folder that is a file, when the store is opened, then store/unavailable', async () => {
  await expect(openStores({ folder: join(storesModule, 'data') })).rejects.toMatchObject({ code: 'store/unavailable' });
});

test('given the database goes away, when something is written, then store/unavailable; when it is back, it works again', async () => {
  const postgres = await startPostgres();
  onTestFinished(() => postgres.remove());
  const stores = await openStores({ folder: '', url: postgres.url });
  const workshop = fresh<WorkshopId>();
  await stores.facts.create(summary(workshop), [entry(1)]);
  await postgres.stop();
  const late = entry(2);
  await expect(stores.facts.append(workshop, [late], summary(workshop))).rejects.toMatchObject({
    code: 'store/unavailable',
  });
  await expect(stores.facts.load(workshop)).rejects.toMatchObject({ code: 'store/unavailable' });
  await postgres.start();
  await stores.facts.append(workshop, [late], summary(workshop));
  expect((await stores.facts.load(workshop))?.entries).toHaveLength(2);
  await stores.close();
});

test('given no database at the address, when the store is opened, then store/unavailable', async () => {
  await expect(openStores({ folder: '', url: 'postgres://nobody@127.0.0.1:1/none' })).rejects.toMatchObject({
    code: 'store/unavailable',
  });
});
