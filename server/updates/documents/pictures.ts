/** The pictures of an edition, read once for a document that carries them. */
import { readFile } from 'node:fs/promises';
import type { FileId } from '../../../shared/kernel/ids.ts';
import { photosOf } from '../../../shared/document/text.ts';
import type { Edition, Publication } from '../../../shared/publication/publication.ts';
import type { PictureShelf, PictureSize } from '../../ports/updates.ts';

export interface ReadPicture {
  readonly file: FileId;
  readonly body: Buffer;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
}

/** A picture that is not on the shelf is left out. `card` is a JPEG, which every program knows. */
export const readPictures = async (
  shelf: PictureShelf,
  publication: Publication,
  edition: Edition,
  size: PictureSize,
): Promise<ReadonlyMap<string, ReadPicture>> => {
  const measures = await shelf.measures(publication.id);
  const pictures = new Map<string, ReadPicture>();
  for (const { file } of photosOf(edition.blocks)) {
    const known = measures.find((one) => one.file === file);
    const found = file !== null && known ? await shelf.open(publication.id, file, size) : null;
    if (file === null || !found || !known || pictures.has(file)) continue;
    const { mediaType, path } = found;
    pictures.set(file, { file, mediaType, body: await readFile(path), width: known.width, height: known.height });
  }
  return pictures;
};
