// What every file cabinet must do, over both engines: pictures by decoding, never by name; nothing of the sender's file survives but the picture.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { createMint } from '../../server/mint.ts';
import { createCabinet } from '../../server/files/cabinet.ts';
import { id, type FileId, type SeatId, type WorkshopId } from '../../shared/kernel/ids.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { entry, fresh, onBothEngines, summary } from './stores.ts';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 30, g: 120, b: 90 } } });

onBothEngines('file cabinet', ({ open }) => {
  const cabinet = async () => {
    const stores = await open();
    const folder = temporaryFolder();
    const workshop = fresh<WorkshopId>();
    await stores.facts.create(summary(workshop), [entry(1)]);
    const files = createCabinet({
      folder,
      records: stores.fileRecords,
      clock: createManualClock(),
      mint: createMint(),
    });
    return { ...stores, files, folder, workshop };
  };

  test.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'given a %s, when it is kept, then it can be opened',
    async (format) => {
      const { files, workshop, close } = await cabinet();
      const kept = await files.keep(workshop, id<SeatId>('s'), await picture(40, 20).toFormat(format).toBuffer());
      if (!kept.ok) throw new Error(kept.code);
      expect(kept.file).toMatchObject({ width: 40, height: 20, mediaType: 'image/webp', uploadedBy: 's' });
      const opened = await files.open(workshop, kept.file.id);
      expect(opened?.file).toEqual(kept.file);
      expect((await sharp(await readFile(opened?.path ?? '')).metadata()).format).toBe('webp');
      await close();
    },
  );

  test('given a picture on its side with a place in its metadata, when it is kept, then upright and without', async () => {
    const { files, workshop, close } = await cabinet();
    const sideways = await picture(40, 20)
      .jpeg()
      .withExif({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitude: '39/1 54/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const kept = await files.keep(workshop, null, sideways);
    if (!kept.ok) throw new Error(kept.code);
    expect(kept.file).toMatchObject({ width: 20, height: 40 });
    const opened = await files.open(workshop, kept.file.id);
    const metadata = await sharp(await readFile(opened?.path ?? '')).metadata();
    expect([metadata.exif, metadata.xmp, metadata.orientation]).toEqual([undefined, undefined, undefined]);
    await close();
  });

  test('given a picture that is very large, when it is kept, then its longer side is 2560', async () => {
    const { files, workshop, close } = await cabinet();
    const kept = await files.keep(workshop, null, await picture(4000, 1000).png().toBuffer());
    expect(kept).toMatchObject({ ok: true, file: { width: 2560, height: 640 } });
    await close();
  });

  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
  test.each([
    ['text', Buffer.from('hello')],
    ['nothing', Buffer.alloc(0)],
    ['SVG with script', Buffer.from(svg)],
    ['a GIF header and no picture', Buffer.from('GIF89a')],
    ['half a JPEG header', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0])],
  ])('given %s, when it is kept, then file/notAPicture and no file is left', async (_what, body) => {
    const { files, folder, workshop, close } = await cabinet();
    expect(await files.keep(workshop, null, body)).toEqual({ ok: false, code: 'file/notAPicture' });
    expect(await readdir(folder)).toEqual([]);
    await close();
  });

  test('given a small file that unpacks to too many pixels, when it is kept, then file/tooManyPixels', async () => {
    const { files, workshop, close } = await cabinet();
    const bomb = await picture(12_000, 9_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.byteLength).toBeLessThan(1024 * 1024);
    expect(await files.keep(workshop, null, bomb)).toEqual({ ok: false, code: 'file/tooManyPixels' });
    await close();
  });

  test('given more than 12 MB, when it is kept, then file/tooLarge', async () => {
    const { files, workshop, close } = await cabinet();
    expect(await files.keep(workshop, null, Buffer.alloc(12 * 1024 * 1024 + 1))).toEqual({
      ok: false,
      code: 'file/tooLarge',
    });
    await close();
  });

  test('given a file of one workshop, when another asks for it or a path is tried, then nothing', async () => {
    const { files, workshop, close, folder } = await cabinet();
    const kept = await files.keep(workshop, null, await picture(10, 10).png().toBuffer());
    if (!kept.ok) throw new Error(kept.code);
    expect(await files.open(fresh<WorkshopId>(), kept.file.id)).toBeNull();
    expect(await files.open(workshop, '../../plenary.db' as FileId)).toBeNull();
    expect(await readdir(join(folder, workshop))).toEqual([`${kept.file.id}.webp`]);
    await close();
  });
});
