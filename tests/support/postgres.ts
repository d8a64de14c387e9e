// A PostgreSQL of a test's own: a fresh cluster in a temporary folder, reached by a unix socket alone.
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const versions = '/usr/lib/postgresql';

function binaries(): string {
  const found = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)) : [];
  const folder = found.map((version) => join(versions, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
  if (folder === undefined) throw new Error('No PostgreSQL on this machine: `npm test` installs it, or says how.');
  return folder;
}

/** PostgreSQL refuses to run as root, so root becomes the user that Debian made for it. */
async function asOwner(program: string, args: readonly string[]): Promise<void> {
  const full = join(binaries(), program);
  if (process.getuid?.() === 0) await execute('runuser', ['-u', 'postgres', '--', full, ...args], { cwd: '/' });
  else await execute(full, [...args]);
}

async function makeFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-postgres-'));
  chmodSync(folder, 0o755);
  if (process.getuid?.() === 0) await execute('chown', ['postgres', folder]);
  return folder;
}

export interface TemporaryPostgres {
  readonly url: string;
  /** Takes the database away and brings it back, for tests of what happens meanwhile. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Ends it for good and removes its folder. */
  remove(): Promise<void>;
}

export async function startPostgres(): Promise<TemporaryPostgres> {
  const folder = await makeFolder();
  const data = join(folder, 'data');
  // Nothing but the socket, and no waiting for the disk: what is kept here lives as long as a test.
  const options = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=off -c full_page_writes=off`;
  const start = () => asOwner('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start']);
  const stop = () => asOwner('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']);
  try {
    await asOwner('initdb', [
      '-D',
      data,
      '-U',
      'plenary',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ]);
    await start();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    url: `postgres://plenary@localhost/postgres?host=${encodeURIComponent(folder)}`,
    start,
    stop,
    remove: async () => {
      await stop().catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
