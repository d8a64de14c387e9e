/**
 * The file cabinet: pictures checked by decoding, turned upright, stripped of metadata, re-encoded, kept under random names.
 * Must not know HTTP or who may see a picture.
 */
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { id, type FileId, type SeatId, type WorkshopId } from '../../shared/kernel/ids.ts';
import { Fault } from '../faults.ts';
import type { Clock, FileCabinet, FileRecords, Mint, StoredFile } from '../ports.ts';
import { encodePicture } from './encode-picture.ts';
import { removeStrays } from './strays.ts';

const BYTES = 12 * 1024 * 1024;
const LONGEST_SIDE = 2560;
const PER_WORKSHOP = 500;
export const createCabinet = (ports: {
  readonly folder: string;
  readonly records: FileRecords;
  readonly clock: Clock;
  readonly mint: Mint;
}): FileCabinet => {
  // Ids are checked at the border (letters, digits, - and _), so a path cannot leave the folder.
  const pathOf = (workshop: WorkshopId, file: FileId): string => join(ports.folder, workshop, `${file}.webp`);

  const write = async (workshop: WorkshopId, file: FileId, body: Buffer): Promise<void> => {
    const path = pathOf(workshop, file);
    try {
      await mkdir(join(ports.folder, workshop), { recursive: true, mode: 0o700 });
      await writeFile(`${path}.new`, body, { mode: 0o600, flush: true });
      await rename(`${path}.new`, path);
    } catch (cause) {
      await rm(`${path}.new`, { force: true });
      throw new Fault('files/notWritten', 'A picture could not be written.', { cause });
    }
  };

  return {
    async keep(workshop, by: SeatId | null, body) {
      if (body.byteLength > BYTES) return { ok: false, code: 'file/tooLarge' };
      if ((await ports.records.count(workshop)) >= PER_WORKSHOP) return { ok: false, code: 'file/tooMany' };
      const encoded = await encodePicture(body, LONGEST_SIDE);
      if (typeof encoded === 'string') return { ok: false, code: encoded };
      const file: StoredFile = {
        id: id<FileId>(ports.mint.id()),
        workshop,
        mediaType: 'image/webp',
        width: encoded.width,
        height: encoded.height,
        bytes: encoded.body.byteLength,
        uploadedBy: by,
        at: ports.clock.now(),
      };
      await write(workshop, file.id, encoded.body);
      await ports.records.add(file);
      return { ok: true, file };
    },
    async uploadsOf(workshop, by) {
      const records = await ports.records.of(workshop, by);
      return records.map((file) => ({ file, path: pathOf(workshop, file.id) }));
    },
    async purge(before) {
      const unmentioned = await ports.records.unmentioned(before);
      for (const { workshop, id: file } of unmentioned) {
        // The picture first: a record without one is found again, a picture without a record is a stray.
        await rm(pathOf(workshop, file), { force: true });
        await ports.records.remove(file);
      }
      return unmentioned.length + (await removeStrays({ ...ports, before }));
    },
    async forget(workshop) {
      await rm(join(ports.folder, workshop), { recursive: true, force: true });
    },
    async open(workshop, file) {
      const record = await ports.records.find(workshop, file);
      if (!record) return null;
      const path = pathOf(workshop, record.id);
      return (await stat(path).then(
        () => true,
        () => false,
      ))
        ? { file: record, path }
        : null;
    },
  };
};
