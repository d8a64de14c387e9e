/**
 * The shelf of published pictures: copies of their own in the sizes that pages and other sites need. Owns sizes and formats; must not know
 * HTTP or which publication is public.
 */
import { createHash } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { id, type FileId, type PublicationId } from '../../shared/kernel/ids.ts';
import { Fault } from '../faults.ts';
import type { FileCabinet } from '../ports.ts';
import { PICTURE_SIZES, type PictureRecords, type PictureShelf, type PictureSize } from '../ports/updates.ts';

const BYTES = 20 * 1024 * 1024;
const PIXELS = 50_000_000;
const WIDTHS: Readonly<Record<PictureSize, number>> = { full: 2560, medium: 1280, small: 640, card: 1200 };
/** By what decoding finds; SVG is not among them: it can carry script. */
const FORMATS: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'gif', 'heif', 'tiff']);

export const createShelf = (ports: {
  readonly folder: string;
  readonly records: PictureRecords;
  readonly cabinet: FileCabinet;
}): PictureShelf => {
  const { folder, records, cabinet } = ports;
  // Ids are checked where they come in (letters, digits, - and _), so a path cannot leave the folder.
  const pathOf = (publication: PublicationId, file: FileId, size: PictureSize): string =>
    join(folder, publication, `${file}-${size}.${size === 'card' ? 'jpg' : 'webp'}`);

  const encode = (picture: Sharp, size: PictureSize): Sharp => {
    const fitted = picture.resize({
      width: WIDTHS[size],
      height: WIDTHS[size],
      fit: 'inside',
      withoutEnlargement: size !== 'card',
    });
    return size === 'card'
      ? fitted.flatten({ background: '#ffffff' }).jpeg({ quality: 82 })
      : fitted.webp({ quality: 82 });
  };

  const shelve = async (
    publication: PublicationId,
    file: FileId,
    source: Sharp,
  ): Promise<{ width: number; height: number }> => {
    try {
      await mkdir(join(folder, publication), { recursive: true, mode: 0o700 });
      let measures = { width: 0, height: 0 };
      for (const size of PICTURE_SIZES) {
        const path = pathOf(publication, file, size);
        const { width, height } = await encode(source.clone(), size).toFile(`${path}.new`);
        await rename(`${path}.new`, path);
        if (size === 'full') measures = { width, height };
      }
      return measures;
    } catch (cause) {
      throw new Fault('files/notWritten', 'A published picture could not be written.', { cause });
    }
  };

  return {
    async adopt(publication, workshop, file) {
      if ((await records.of(publication)).some((one) => one.file === file)) return true;
      const found = await cabinet.open(workshop, file);
      if (!found) return false;
      const measures = await shelve(publication, file, sharp(found.path, { limitInputPixels: PIXELS }));
      await records.add({ publication, file, ...measures });
      return true;
    },
    async keep(publication, body) {
      if (body.byteLength > BYTES) return null;
      const file = id<FileId>(`p${createHash('sha256').update(body).digest('hex').slice(0, 31)}`);
      const shelved = (await records.of(publication)).find((one) => one.file === file);
      if (shelved) return shelved;
      const source = sharp(body, { limitInputPixels: PIXELS, failOn: 'error', animated: false }).autoOrient();
      const known = await source.metadata().then(
        ({ format, width, height }) => FORMATS.has(format) && width * height <= PIXELS,
        () => false,
      );
      const whole =
        known &&
        (await source
          .clone()
          .stats()
          .then(
            () => true,
            () => false,
          ));
      if (!whole) return null;
      const picture = { publication, file, ...(await shelve(publication, file, source)) };
      await records.add(picture);
      return picture;
    },
    async open(publication, file, size) {
      const path = pathOf(publication, file, size);
      const isThere = await stat(path).then(
        () => true,
        () => false,
      );
      return isThere ? { path, mediaType: size === 'card' ? 'image/jpeg' : 'image/webp' } : null;
    },
    async drop(publication, file) {
      for (const size of PICTURE_SIZES) await rm(pathOf(publication, file, size), { force: true });
      await records.remove(publication, file);
    },
    measures: (publication) => records.of(publication),
  };
};
