// 5,000 people brought into the directory from one table: read and checked, then written, on the embedded database. The bar is 20 s in all.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createClock } from '../../server/clock.ts';
import { createImporting } from '../../server/directory/importing.ts';
import { createMint } from '../../server/mint.ts';
import { openStores } from '../../server/storage/stores.ts';
import { id, type AccountId } from '../../shared/kernel/ids.ts';
import { tableOfPeople } from '../support/directory-table.ts';
import type { Bench } from './bench.ts';

const PEOPLE = Number(process.env['BENCH_PEOPLE'] ?? 5000);
const SECONDS = 20;

export const directory: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-bench-'));
  const stores = await openStores({ folder });
  try {
    const importing = createImporting({
      store: stores.directory,
      clock: createClock(),
      mint: createMint(),
      onFault: (fault) => console.error(fault),
    });
    const begun = performance.now();
    const read = await importing.read(
      'person',
      new TextEncoder().encode(tableOfPeople(PEOPLE)),
      id<AccountId>('bench'),
    );
    if (!read.ok) throw new Error(read.code);
    const shown = performance.now();
    await importing.start(read.job, 'skip');
    const done = performance.now();
    if (read.job.state !== 'done') throw new Error(`the import ended as ${read.job.state}`);
    return [
      { name: `${PEOPLE} people: read and checked`, unit: 's', readings: [(shown - begun) / 1000] },
      { name: `${read.job.added} people written`, unit: 's', readings: [(done - shown) / 1000] },
      { name: 'in all', unit: 's', readings: [(done - begun) / 1000], target: SECONDS },
    ];
  } finally {
    await stores.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
