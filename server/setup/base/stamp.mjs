// Remembers what something was made from, so that it is made again only when that has changed.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The stamp goes before the work and comes back after it, so an interrupted work is never taken for a finished one.
 * @param {{ stamp: string, print: string, result: string }} made `result` must still exist for the stamp to count
 * @param {() => Promise<void>} make
 * @returns {Promise<boolean>} whether anything was made
 */
export async function whenChanged({ stamp, print, result }, make) {
  const known = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (known === print && existsSync(result)) return false;
  rmSync(stamp, { force: true });
  await make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, print);
  return true;
}
