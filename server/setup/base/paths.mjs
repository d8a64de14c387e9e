// Where things are: the project's root and the user's cache folder. Knows names of folders, nothing of what fills them.
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url)).replace(/[\\/]$/, '');

/** @param {string[]} parts */
export const inProject = (...parts) => join(root, ...parts);

/**
 * The XDG rules say that a relative XDG_CACHE_HOME is to be ignored.
 * @param {NodeJS.ProcessEnv} env
 */
export function cacheFolder(env) {
  const wished = env.XDG_CACHE_HOME;
  return join(wished && isAbsolute(wished) ? wished : join(homedir(), '.cache'), 'plenary');
}
