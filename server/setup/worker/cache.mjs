// Step 3: the user's cache of workers. A worker stands there whole or not at all.
import { existsSync, readFileSync } from 'node:fs';
import { chmod, copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { recipePrint } from './recipe.mjs';

/** Built against the system's libraries, a worker belongs to one release of the system. */
function system() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const [id, version] = ['ID', 'VERSION_ID'].map(
    (key) => new RegExp(`^${key}="?([\\w.-]+)`, 'm').exec(release)?.[1] ?? '',
  );
  return `${platform()}-${arch()}${id ? `-${id}${version}` : ''}`;
}

/** @param {string} mediasoup @param {string} folder the user's cache folder */
export async function cachePlace(mediasoup, folder) {
  const { version } = JSON.parse(await readFile(join(mediasoup, 'package.json'), 'utf8'));
  const workers = join(folder, 'mediasoup-worker');
  const name = `${version}-${recipePrint()}-${system()}`;
  return {
    binary: join(workers, name, 'mediasoup-worker'),
    lock: join(workers, `${name}.lock`),
    log: join(workers, `${name}.log`),
    /** @param {string} purpose */
    work: (purpose) => join(workers, `${name}.${purpose}.${process.pid}`),
  };
}

/** @param {string} from @param {string} to */
export async function keep(from, to) {
  const half = `${to}.${process.pid}`;
  await mkdir(dirname(to), { recursive: true });
  try {
    await copyFile(from, half);
    await chmod(half, 0o755);
    await rename(half, to);
  } finally {
    await rm(half, { force: true });
  }
}
