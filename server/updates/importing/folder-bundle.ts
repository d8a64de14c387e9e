/** A folder of this machine as a bundle. Owns walking it; a link that leads out of the folder is no file of it. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { BadBundle, innerPath, isLitter, LARGEST_FILE, MOST_FILES, type Bundle } from './bundle.ts';

const DEEPEST = 30;

export const openFolder = async (folder: string): Promise<Bundle> => {
  const root = await realpath(folder).catch(() => null);
  if (root === null || !(await stat(root)).isDirectory()) throw new BadBundle('import/notAFolder');
  /** The path on disk by the path as we name it: the signs of a name may be put together in more than one way. */
  const names = new Map<string, string>();
  const walk = async (at: string, depth: number): Promise<void> => {
    if (depth > DEEPEST) return;
    for (const entry of await readdir(join(root, at), { withFileTypes: true })) {
      const name = at === '' ? entry.name : `${at}/${entry.name}`;
      const inner = innerPath(name);
      if (isLitter(name) || inner === null) continue;
      if (entry.isDirectory()) await walk(name, depth + 1);
      else if (entry.isFile() || entry.isSymbolicLink()) names.set(inner, name);
      if (names.size > MOST_FILES) throw new BadBundle('import/tooManyFiles');
    }
  };
  await walk('', 0);
  return {
    names: [...names.keys()].sort(),
    async read(name) {
      try {
        const path = await realpath(join(root, names.get(name) ?? name));
        if (!path.startsWith(root + sep)) throw new BadBundle('import/badPath', name);
        const { size } = await stat(path);
        if (size > LARGEST_FILE) throw new BadBundle('import/tooLarge', name);
        return await readFile(path);
      } catch (cause) {
        throw cause instanceof BadBundle ? cause : new BadBundle('import/damaged', name);
      }
    },
    close: () => Promise.resolve(),
  };
};
