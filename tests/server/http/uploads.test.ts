// The upload's door: forms that are none, pictures that are none, bombs, and pictures that carry something else. A word for each, nothing kept, and what
// is kept is a picture of our own making.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { startWorkshop, type Founded } from '../../support/node-participant.ts';
import { startServer, type TestServer } from '../../support/server.ts';

const picture = (format: 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' | 'avif' = 'jpeg'): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
    .toFormat(format)
    .toBuffer();

const form = (body: Uint8Array, head = 'Content-Disposition: form-data; name="file"; filename="x.jpg"'): Buffer =>
  Buffer.concat([
    Buffer.from(`--x\r\n${head}\r\nContent-Type: image/jpeg\r\n\r\n`),
    body,
    Buffer.from('\r\n--x--\r\n'),
  ]);

interface House {
  readonly server: TestServer;
  readonly founded: Founded;
  send(body: Uint8Array, type?: string): Promise<{ readonly status: number; readonly text: string }>;
  kept(): readonly string[];
}

const open = async (): Promise<House> => {
  const log: string[] = [];
  const server = await startServer({ logLevel: 'error', logTo: { write: (line) => void log.push(line) } });
  const founded = await startWorkshop(server.url, 'T', 'Ann');
  onTestFinished(() => {
    expect(log).toEqual([]);
    expect([server.app.counters.of('http.faults'), server.app.counters.of('faults')]).toEqual([0, 0]);
  });
  return {
    server,
    founded,
    async send(body, type = 'multipart/form-data; boundary=x') {
      const reply = await fetch(`${server.url}/api/workshops/${founded.workshop}/files`, {
        method: 'POST',
        headers: { authorization: `Bearer ${founded.seatToken}`, 'content-type': type },
        body: new Uint8Array(body),
      });
      return { status: reply.status, text: await reply.text() };
    },
    kept: () =>
      statSync(join(server.folder, 'files'), { throwIfNoEntry: false })
        ? readdirSync(join(server.folder, 'files'), { recursive: true, encoding: 'utf8' }).filter((name) =>
            name.endsWith('.webp'),
          )
        : [],
  };
};

const coded = (code: string) => expect.stringContaining(`"code":"${code}"`) as string;

test('given forms that are none, when sent, then a word for each and nothing is kept', async () => {
  const { send, kept } = await open();
  const body = await picture();
  const multipart = 'multipart/form-data; boundary=x';
  const cases: readonly (readonly [string, Uint8Array, string, number, string])[] = [
    ['nothing', Buffer.alloc(0), multipart, 400, 'file/notAPicture'],
    ['no boundary named', form(body), 'multipart/form-data', 400, 'http/malformed'],
    ['another boundary', form(body), 'multipart/form-data; boundary=y', 400, 'http/malformed'],
    ['cut in the picture', form(body).subarray(0, 200), multipart, 400, 'http/malformed'],
    ['cut before the end', form(body).subarray(0, -8), multipart, 400, 'http/malformed'],
    ['a head without end', Buffer.from(`--x\r\nX: ${'y'.repeat(100_000)}`), multipart, 400, 'http/malformed'],
    [
      'a field instead of a file',
      form(body, 'Content-Disposition: form-data; name="file"'),
      multipart,
      413,
      'http/malformed',
    ],
    ['no form', body, 'image/jpeg', 415, 'http/unsupportedType'],
    ['JSON', Buffer.from('{}'), 'application/json', 406, 'http/unsupportedType'],
  ];
  const met = [];
  for (const [what, content, type] of cases) met.push([what, await send(content, type)]);
  expect(met).toEqual(cases.map(([what, , , status, code]) => [what, { status, text: coded(code) }]));
  expect(kept()).toEqual([]);
});

/** A PNG whose head promises this size, with as little behind it as can be. */
const bomb = (width: number, height: number): Buffer => {
  const crcOf = (bytes: Buffer): number => {
    let crc = ~0;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    }
    return ~crc >>> 0;
  };
  const chunk = (type: string, content: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type), content]);
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    crc.writeUInt32BE(crcOf(named));
    return Buffer.concat([length, named, crc]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

test('given what is no picture or too much of one, when sent, then a word for each and nothing is kept', async () => {
  const { send, kept } = await open();
  const script = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
  const jpeg = await picture();
  const cases: readonly (readonly [string, Uint8Array, number, string])[] = [
    ['an SVG with a script', Buffer.from(script), 422, 'file/notAPicture'],
    ['an SVG behind spaces', Buffer.from(`\ufeff  <?xml version="1.0"?>\n${script}`), 422, 'file/notAPicture'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 422, 'file/notAPicture'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript>>>>endobj'), 422, 'file/notAPicture'],
    ['a GIF that is JavaScript', Buffer.from('GIF89a/*\0\0\0*/=alert(1)//;'), 422, 'file/notAPicture'],
    ['a GIF', await picture('gif'), 422, 'file/notAPicture'],
    ['a TIFF', await picture('tiff'), 422, 'file/notAPicture'],
    ['nothing at all', Buffer.alloc(0), 422, 'file/notAPicture'],
    ['half a JPEG', jpeg.subarray(0, jpeg.length / 2), 422, 'file/notAPicture'],
    ['the head of a JPEG', jpeg.subarray(0, 20), 422, 'file/notAPicture'],
    ['a bomb of 30,000 × 30,000', bomb(30_000, 30_000), 422, 'file/tooManyPixels'],
    ['a bomb of two thousand million', bomb(2_000_000_000, 2), 422, 'file/notAPicture'],
    ['a picture that is not there', bomb(4_000, 4_000), 422, 'file/notAPicture'],
    ['13 MiB', Buffer.alloc(13 * 1024 * 1024), 413, 'file/tooLarge'],
  ];
  for (const [what, content, status, code] of cases) {
    expect([what, await send(form(content))]).toEqual([what, { status, text: coded(code) }]);
  }
  expect(kept()).toEqual([]);
});

test('given a picture with a script behind it and a place in it, when sent, then neither is kept', async () => {
  const { send, kept, server } = await open();
  const withPlace = await sharp(await picture())
    .withExif({ IFD0: { Copyright: 'SECRET OWNER' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
    .toBuffer();
  expect(withPlace.includes('SECRET OWNER')).toBe(true);
  const polyglot = Buffer.concat([withPlace, Buffer.from('<script>alert(1)</script>PK\u0003\u0004evil')]);
  const reply = await send(form(polyglot, 'Content-Disposition: form-data; name="file"; filename="../../x.php"'));
  expect(reply.status).toBe(201);
  const [name, ...more] = kept();
  expect(more).toEqual([]);
  const stored = await sharp(join(server.folder, 'files', name ?? '')).toBuffer({ resolveWithObject: true });
  const bytes = await sharp(stored.data).metadata();
  expect([bytes.format, bytes.width, bytes.height, bytes.exif]).toEqual(['webp', 40, 30, undefined]);
  expect(stored.data.includes('script')).toBe(false);
});

test('given pictures and forms made wrong at random, when sent, then never a fault, and what is kept is a picture', async () => {
  const { send, kept, server } = await open();
  const sources = await Promise.all((['jpeg', 'png', 'webp', 'avif'] as const).map(picture));
  const change = fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), byte: fc.nat({ max: 255 }) });
  const damaged = (source: Buffer): fc.Arbitrary<Buffer> =>
    fc
      .record({ changes: fc.array(change, { maxLength: 6 }), cut: fc.constantFrom(1, 1, 1, 0.9, 0.3) })
      .map(({ changes, cut }) => {
        const copy = Buffer.from(source);
        for (const { at, byte } of changes) copy[Math.floor(at * copy.length)] = byte;
        return copy.subarray(0, Math.ceil(copy.length * cut));
      });
  const body = fc.oneof(
    fc
      .constantFrom(...sources)
      .chain(damaged)
      .map((one) => form(one)),
    fc.constantFrom(...sources).chain((one) => damaged(form(one))),
  );
  const seen = new Set<number>();
  for (const content of fc.sample(body, { numRuns: 250, seed: 3 })) {
    const { status, text } = await send(content);
    seen.add(status);
    if (status === 201) continue;
    expect([400, 413, 415, 422]).toContain(status);
    expect(text).toMatch(/^\{"error":\{"code":"(?:file|http)\/[a-zA-Z]+"/);
  }
  expect([...seen]).toEqual(expect.arrayContaining([201, 400, 422]));
  for (const name of kept()) {
    expect((await sharp(join(server.folder, 'files', name)).metadata()).format).toBe('webp');
  }
});
