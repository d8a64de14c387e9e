/**
 * A copy of the whole installation while it runs: the database as of one moment, then the files. Owns what is copied and in which order: the
 * database first, so that what it speaks of is there or comes after. The copy is a data folder; a server started on it goes on from there.
 */
import { cp, mkdir, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Fault } from '../faults.ts';

export interface Backup {
  /** `elsewhere`: it lives in PostgreSQL, whose own tools copy it. */
  readonly database: 'copied' | 'elsewhere';
}

/** The database's own files and the note of the running server are no part of the copy. */
const isOwn = (name: string): boolean => /^plenary\.db|^control/.test(name);

export const createBackup =
  (deps: {
    readonly folder: string;
    /** Writes the embedded database as of now into this file; false: it is not embedded. */
    readonly copyDatabase: (file: string) => Promise<boolean>;
  }) =>
  async (to: string): Promise<Backup> => {
    const { folder } = deps;
    const within = relative(folder, to);
    if (within === '' || !within.startsWith('..')) {
      throw new Fault('backup/within', 'A backup cannot stand in the data folder itself.');
    }
    await mkdir(to, { recursive: true, mode: 0o700 });
    if ((await readdir(to)).length > 0) throw new Fault('backup/notEmpty', 'The folder for a backup must be empty.');
    const isCopied = await deps.copyDatabase(join(to, 'plenary.db'));
    for (const name of await readdir(folder)) {
      if (!isOwn(name)) await cp(join(folder, name), join(to, name), { recursive: true, preserveTimestamps: true });
    }
    return { database: isCopied ? 'copied' : 'elsewhere' };
  };
