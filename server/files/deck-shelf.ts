/** Slides in the data folder: each deck a folder of pictures and the words of its pages. Owns the files; must not know whose they are or who sees them. */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { id, isId, type FileId, type WorkshopId } from '../../shared/kernel/ids.ts';
import { Fault } from '../faults.ts';
import type { Clock, Mint } from '../ports.ts';
import type { DeckPage, DeckShelf } from '../ports/slides.ts';
import { createDeckPress } from './deck-press.ts';

const BYTES = 40 * 1024 * 1024;
/** A reader may skip what stands before it; so do we, as far as readers do. */
const HEAD = 1024;

const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => []);

export const createDeckShelf = (ports: {
  readonly folder: string;
  readonly clock: Clock;
  readonly mint: Mint;
}): DeckShelf => {
  const { folder, mint } = ports;
  const press = createDeckPress(ports);
  // Ids are checked where they come in (letters, digits, - and _), so a path cannot leave the folder.
  const placeOf = (workshop: WorkshopId, deck: FileId): string => join(folder, workshop, deck);
  const isThere = (path: string): Promise<boolean> =>
    stat(path).then(
      () => true,
      () => false,
    );

  return {
    async keep(workshop, pdf) {
      if (pdf.byteLength > BYTES) return { ok: false, code: 'slides/tooLarge' };
      if (!Buffer.from(pdf.buffer, pdf.byteOffset, Math.min(HEAD, pdf.byteLength)).includes('%PDF-'))
        return { ok: false, code: 'slides/notAPdf' };
      const deck = id<FileId>(mint.id());
      const place = placeOf(workshop, deck);
      const unfinished = `${place}.new`;
      const pages: DeckPage[] = [];
      try {
        await mkdir(unfinished, { recursive: true, mode: 0o700 });
        const refused = await press.draw(pdf, async ({ webp, ...page }, number) => {
          pages.push(page);
          await writeFile(join(unfinished, `${number}.webp`), webp, { mode: 0o600, flush: true });
        });
        if (refused !== null) {
          await rm(unfinished, { recursive: true, force: true });
          return { ok: false, code: refused };
        }
        await writeFile(join(unfinished, 'pages.json'), JSON.stringify(pages), { mode: 0o600, flush: true });
        await rename(unfinished, place);
      } catch (cause) {
        await rm(unfinished, { recursive: true, force: true });
        throw new Fault('files/notWritten', 'Slides could not be written.', { cause });
      }
      return { ok: true, id: deck, pages };
    },
    async pages(workshop, deck) {
      const path = join(placeOf(workshop, deck), 'pages.json');
      return (await isThere(path)) ? (JSON.parse(await readFile(path, 'utf8')) as readonly DeckPage[]) : null;
    },
    async open(workshop, deck, page) {
      const path = join(placeOf(workshop, deck), `${page}.webp`);
      return (await isThere(path)) ? path : null;
    },
    drop: (workshop, deck) => rm(placeOf(workshop, deck), { recursive: true, force: true }),
    async purge(before, isUsed) {
      let removed = 0;
      for (const workshop of (await namesIn(folder)).filter(isId)) {
        for (const name of await namesIn(join(folder, workshop))) {
          const path = join(folder, workshop, name);
          if ((await stat(path)).mtimeMs >= before) continue;
          if (isId(name) && (await isUsed(id<WorkshopId>(workshop), id<FileId>(name)))) continue;
          await rm(path, { recursive: true, force: true });
          removed += 1;
        }
      }
      return removed;
    },
    close: press.close,
  };
};
