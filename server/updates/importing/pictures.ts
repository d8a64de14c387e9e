/** Which file of an archive a text means by the address of a picture. Owns reading addresses; nothing is ever fetched from elsewhere. */

export type FoundPicture =
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'embedded'; readonly bytes: Uint8Array }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'missing' };

const decodedPath = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** Relative to the file, or to the archive when it begins with a stroke; a path that leads out of the archive is none of its files. */
const stepTo = (from: string, address: string): string | null => {
  const parts = address.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of address.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length === 0) return null;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/').normalize('NFC');
};

export const createPictureFinder = (names: readonly string[]) => {
  const exact = new Set(names);
  /** Archives of Windows do not tell capitals apart. */
  const folded = new Map(names.map((name) => [name.toLowerCase(), name]));
  return (from: string, source: string): FoundPicture => {
    const [, base64] = /^data:image\/(?:png|jpe?g|gif|webp);base64,([A-Za-z0-9+/=\s]+)$/.exec(source) ?? [];
    if (base64 !== undefined) return { kind: 'embedded', bytes: Buffer.from(base64, 'base64') };
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(source)) return { kind: 'elsewhere' };
    const address = source.split(/[?#]/)[0] ?? '';
    for (const path of [decodedPath(address), address]) {
      const name = stepTo(from, path.replaceAll('\\', '/'));
      if (name === null) continue;
      const found = exact.has(name) ? name : folded.get(name.toLowerCase());
      if (found !== undefined) return { kind: 'file', name: found };
    }
    return { kind: 'missing' };
  };
};
