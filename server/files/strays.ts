/** Files that no record knows: what is left when a process dies between writing a picture and remembering it, or between the two of removing. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { id, isId, type FileId, type Instant, type WorkshopId } from '../../shared/kernel/ids.ts';
import type { FileRecords } from '../ports.ts';

/** Nothing where there is no such folder. */
export const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')) return [];
    throw cause;
  }
};

/** Answers how many were removed; what was written since `before` may be on its way to being remembered. */
export const removeStrays = async (of: {
  readonly folder: string;
  readonly records: Pick<FileRecords, 'find'>;
  readonly before: Instant;
}): Promise<number> => {
  let removed = 0;
  for (const workshop of await namesIn(of.folder)) {
    for (const name of await namesIn(join(of.folder, workshop))) {
      const path = join(of.folder, workshop, name);
      const [, file, unfinished] = /^([^.]+)\.webp(\.new)?$/.exec(name) ?? [];
      if (file === undefined || !isId(file) || !isId(workshop)) continue;
      const record = await of.records.find(id<WorkshopId>(workshop), id<FileId>(file));
      if ((record !== null && unfinished === undefined) || (await stat(path)).mtimeMs >= of.before) continue;
      await rm(path, { force: true });
      removed += 1;
    }
  }
  return removed;
};
