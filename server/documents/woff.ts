/**
 * A WOFF 1.0 file as the plain font within (W3C, WOFF File Format 1.0, sections 3 to 5). The PDF library reads WOFF too, but packs each of its
 * tables anew at every use, which takes seconds.
 */
import { inflateSync } from 'node:zlib';

const SIGNATURE = 'wOFF';
const HEADER = 44;
const WOFF_ENTRY = 20;
const FONT_HEADER = 12;
const FONT_ENTRY = 16;

const padded = (length: number): number => (length + 3) & ~3;

export const unwrapWoff = (woff: Buffer): Buffer => {
  if (woff.toString('latin1', 0, 4) !== SIGNATURE) throw new Error('not a WOFF file');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const entry = HEADER + WOFF_ENTRY * index;
    const [at, packed, whole] = [4, 8, 12].map((offset) => woff.readUInt32BE(entry + offset)) as [
      number,
      number,
      number,
    ];
    const body = woff.subarray(at, at + packed);
    return {
      tag: woff.subarray(entry, entry + 4),
      checksum: woff.readUInt32BE(entry + 16),
      body: packed < whole ? inflateSync(body) : body,
    };
  });
  let at = FONT_HEADER + FONT_ENTRY * count;
  const font = Buffer.alloc(tables.reduce((sum, { body }) => sum + padded(body.length), at));
  woff.copy(font, 0, 4, 8);
  const steps = Math.floor(Math.log2(count));
  [count, 16 * 2 ** steps, steps, 16 * (count - 2 ** steps)].forEach((value, index) =>
    font.writeUInt16BE(value, 4 + 2 * index),
  );
  tables.forEach(({ tag, checksum, body }, index) => {
    const entry = FONT_HEADER + FONT_ENTRY * index;
    tag.copy(font, entry);
    font.writeUInt32BE(checksum, entry + 4);
    font.writeUInt32BE(at, entry + 8);
    font.writeUInt32BE(body.length, entry + 12);
    body.copy(font, at);
    at += padded(body.length);
  });
  return font;
};
