/**
 * A ZIP as a bundle, read where it lies: its table once, each file when it is wanted. Owns the format and its traps: sizes that lie, files that lie
 * in one another, paths that lead outside. Nothing is unpacked to disk.
 */
import { open, type FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { BadBundle, innerPath, isLitter, LARGEST_BUNDLE, LARGEST_FILE, MOST_FILES, type Bundle } from './bundle.ts';

interface Entry {
  readonly at: number;
  readonly packed: number;
  readonly size: number;
  readonly method: number;
}

const END = 0x06_05_4b_50;
const IN_TABLE = 0x02_01_4b_50;
const BEFORE_FILE = 0x04_03_4b_50;
const LONGEST_COMMENT = 65_535;
const LARGEST_TABLE = 64 * 1024 * 1024;
const inflate = promisify(inflateRaw);

const readAt = async (file: FileHandle, at: number, length: number): Promise<Buffer> => {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, at);
  if (bytesRead < length) throw new BadBundle('import/damaged');
  return bytes;
};

/** Names without a mark of UTF-8 are often in the way of Chinese Windows. */
const nameOf = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};

const readTable = async (file: FileHandle, length: number): Promise<ReadonlyMap<string, Entry>> => {
  const tail = await readAt(file, Math.max(0, length - LONGEST_COMMENT - 22), Math.min(length, LONGEST_COMMENT + 22));
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new BadBundle('import/notAZip');
  const [count, size, at] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (count > MOST_FILES) throw new BadBundle('import/tooManyFiles');
  if (size > LARGEST_TABLE || at + size > length) throw new BadBundle('import/damaged');
  const table = await readAt(file, at, size);
  const entries = new Map<string, Entry>();
  let [here, total, packedTotal] = [0, 0, 0];
  for (let index = 0; index < count; index += 1) {
    if (here + 46 > table.length || table.readUInt32LE(here) !== IN_TABLE) throw new BadBundle('import/damaged');
    const lengths = [
      table.readUInt16LE(here + 28),
      table.readUInt16LE(here + 30),
      table.readUInt16LE(here + 32),
    ] as const;
    const raw = nameOf(table.subarray(here + 46, here + 46 + lengths[0]));
    const entry: Entry = {
      at: table.readUInt32LE(here + 42),
      packed: table.readUInt32LE(here + 20),
      size: table.readUInt32LE(here + 24),
      method: table.readUInt16LE(here + 10),
    };
    if ((table.readUInt16LE(here + 8) & 1) !== 0) throw new BadBundle('import/encrypted', raw);
    here += 46 + lengths[0] + lengths[1] + lengths[2];
    if (raw.endsWith('/') && entry.size === 0) continue;
    const name = innerPath(raw);
    if (name === null) throw new BadBundle('import/badPath', raw.slice(0, 200));
    if (isLitter(name)) continue;
    total += entry.size;
    packedTotal += entry.packed;
    // More packed bytes than the file has: files that lie in one another.
    if (total > LARGEST_BUNDLE || packedTotal > length) throw new BadBundle('import/tooLarge', name);
    entries.set(name, entry);
  }
  return entries;
};

export const openZip = async (path: string): Promise<Bundle> => {
  const file = await open(path, 'r');
  try {
    const { size: length } = await file.stat();
    if (length < 22) throw new BadBundle('import/notAZip');
    const entries = await readTable(file, length);
    return {
      names: [...entries.keys()].sort(),
      async read(name) {
        const entry = entries.get(name);
        if (!entry) throw new BadBundle('import/damaged', name);
        // What is said and what comes out are both held to the limit.
        if (entry.size > LARGEST_FILE) throw new BadBundle('import/tooLarge', name);
        try {
          const head = await readAt(file, entry.at, 30);
          if (head.readUInt32LE(0) !== BEFORE_FILE) throw new BadBundle('import/damaged', name);
          const start = entry.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
          if (entry.packed > LARGEST_FILE) throw new BadBundle('import/tooLarge', name);
          const packed = await readAt(file, start, entry.packed);
          if (entry.method === 0) return packed;
          if (entry.method !== 8) throw new BadBundle('import/damaged', name);
          return await inflate(packed, { maxOutputLength: Math.max(1, entry.size) });
        } catch (cause) {
          throw cause instanceof BadBundle ? cause : new BadBundle('import/damaged', name);
        }
      },
      close: () => file.close(),
    };
  } catch (cause) {
    await file.close();
    throw cause;
  }
};
