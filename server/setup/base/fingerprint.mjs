// A short name for the content of files and folders: the same content gives the same name, whatever its dates.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** @param {string} path @param {(path: string) => boolean} keep @returns {string[]} */
function filesOf(path, keep) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !keep(path)) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name), keep));
}

/**
 * @param {string} base paths in the name are relative to it, so that a moved project keeps its fingerprint
 * @param {readonly string[]} paths a missing one counts as empty
 * @param {(path: string) => boolean} [keep]
 */
export function fingerprint(base, paths, keep = () => true) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesOf(join(base, path), keep))) {
    const content = readFileSync(file);
    hash.update(`${relative(base, file).split(sep).join('/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}
