/** Portraits in the data folder, small and made anew. Owns their size and place; must not know whose they are or who may see them. */
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { id, isId, type FileId } from '../../shared/kernel/ids.ts';
import { Fault } from '../faults.ts';
import type { Mint } from '../ports.ts';
import type { Portraits } from '../ports/directory.ts';
import { encodePicture } from './encode-picture.ts';
import { namesIn } from './strays.ts';

const BYTES = 8 * 1024 * 1024;
/** Enough for a face beside an article. */
const LONGEST_SIDE = 800;

export const createPortraits = ({ folder, mint }: { readonly folder: string; readonly mint: Mint }): Portraits => {
  // Ids are checked at the border (letters, digits, - and _), so a path cannot leave the folder.
  const pathOf = (portrait: FileId): string => join(folder, `${portrait}.webp`);
  return {
    async keep(body) {
      if (body.byteLength > BYTES) return { ok: false, code: 'file/tooLarge' };
      const encoded = await encodePicture(body, LONGEST_SIDE);
      if (typeof encoded === 'string') return { ok: false, code: encoded };
      const portrait = id<FileId>(mint.id());
      const path = pathOf(portrait);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(`${path}.new`, encoded.body, { mode: 0o600, flush: true });
        await rename(`${path}.new`, path);
      } catch (cause) {
        await rm(`${path}.new`, { force: true });
        throw new Fault('files/notWritten', 'A portrait could not be written.', { cause });
      }
      return { ok: true, portrait };
    },
    async open(portrait) {
      const path = pathOf(portrait);
      return (await stat(path).then(
        () => true,
        () => false,
      ))
        ? { path, mediaType: 'image/webp' }
        : null;
    },
    async drop(portrait) {
      await rm(pathOf(portrait), { force: true });
      await rm(`${pathOf(portrait)}.new`, { force: true });
    },
    async keptBefore(at) {
      const found = new Set<FileId>();
      for (const name of await namesIn(folder)) {
        const [, portrait] = /^([^.]+)\.webp(?:\.new)?$/.exec(name) ?? [];
        if (portrait === undefined || !isId(portrait)) continue;
        if ((await stat(join(folder, name))).mtimeMs < at) found.add(id<FileId>(portrait));
      }
      return [...found];
    },
  };
};
