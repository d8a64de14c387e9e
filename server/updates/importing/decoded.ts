/** Bytes of a file as text: in the way its first lines say, else UTF-8, else as Chinese sites of old wrote. Null: it is no text. */

const DECLARED = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,20})/i;

const inWay = (bytes: Uint8Array, way: string): string | null => {
  try {
    return new TextDecoder(way, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

export const decoded = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return inWay(bytes, 'utf-16le');
  if (bytes.subarray(0, 4000).includes(0)) return null;
  const [, declared] = DECLARED.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 2000))) ?? [];
  const own =
    declared !== undefined && !/^utf-?8$/i.test(declared)
      ? inWay(bytes, declared.toLowerCase() === 'gb2312' ? 'gb18030' : declared)
      : null;
  return own ?? inWay(bytes, 'utf-8') ?? inWay(bytes, 'gb18030');
};
