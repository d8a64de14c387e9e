// Runs the benchmarks that were named, or all; prints a table and keeps the readings as JSON.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { rowOf } from './bench.ts';
import type { Bench } from './bench.ts';

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  media: async () => (await import('./media.ts')).media,
  floor: async () => (await import('./floor.ts')).floor,
  reconnect: async () => (await import('./reconnect.ts')).reconnect,
  notes: async () => (await import('./notes.ts')).run,
  networks: async () => (await import('./networks.ts')).networks,
  directory: async () => (await import('./directory.ts')).directory,
  updates: async () => (await import('./updates.ts')).updates,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`No benchmark called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(64);
}

const folder = new URL('results/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, load] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const measures = await (await load())();
  console.log(name);
  console.table(measures.map(rowOf));
  const machine = { node: process.version, cores: cpus().length, cpu: cpus()[0]?.model ?? '' };
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify({ at: new Date(), machine, measures }, null, 2)}\n`);
}
