/** One file of several: JSON and pictures in a ZIP. Owns the packing alone; pictures are stored as they are, since they do not get smaller. */
import { readFile } from 'node:fs/promises';
import { strToU8, zip, type AsyncZippable } from 'fflate';
import type { Upload } from './copies.ts';

export interface Contents {
  /** By name in the archive; written as JSON that people can read. */
  readonly documents: Readonly<Record<string, unknown>>;
  /** A picture that is gone meanwhile is left out. */
  readonly uploads: readonly Upload[];
}

export const archived = async ({ documents, uploads }: Contents): Promise<Buffer> => {
  const files: AsyncZippable = {};
  for (const [name, document] of Object.entries(documents)) {
    files[name] = strToU8(`${JSON.stringify(document, null, 2)}\n`);
  }
  for (const { name, path } of uploads) {
    const body = await readFile(path).catch(() => null);
    if (body !== null) files[name] = [new Uint8Array(body), { level: 0 }];
  }
  return new Promise((resolve, reject) => {
    zip(files, (fault, bytes) => (fault ? reject(fault) : resolve(Buffer.from(bytes))));
  });
};
