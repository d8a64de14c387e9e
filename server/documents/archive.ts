/** Several files as one ZIP. Owns the packing; must not know what is in them. */
import { promisify } from 'node:util';
import { zip, type AsyncZippable } from 'fflate';

/** What is compressed already gains nothing from being so again. */
const PACKED = /\.(?:jpe?g|webp|docx|pdf)$/;

export const archive = async (files: ReadonlyMap<string, Uint8Array>): Promise<Buffer> => {
  const entries: AsyncZippable = Object.fromEntries(
    [...files].map(([name, body]) => [name, [body, { level: PACKED.test(name) ? 0 : 6 }]] as const),
  );
  const pack = promisify<AsyncZippable, Uint8Array>(zip);
  return Buffer.from(await pack(entries));
};
