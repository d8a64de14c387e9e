/** What is imported: files by their path inside, each read when it is wanted. Owns the shape, its limits, and which paths are none. */

export interface Bundle {
  /** Paths with forward slashes, relative, without `.` and `..`, as they stand in the archive, in order. */
  readonly names: readonly string[];
  /** Rejects with a BadBundle when it is larger than it may be or damaged. */
  read(name: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

export type BundleFault =
  | 'import/notAZip'
  | 'import/damaged'
  | 'import/encrypted'
  | 'import/tooManyFiles'
  | 'import/tooLarge'
  | 'import/badPath'
  | 'import/notAFolder';

export class BadBundle extends Error {
  readonly code: BundleFault;
  /** The file it is about. */
  readonly file: string | null;
  constructor(code: BundleFault, file: string | null = null) {
    super(code);
    this.code = code;
    this.file = file;
  }
}

export const MOST_FILES = 20_000;
/** No picture of ours may be larger either. */
export const LARGEST_FILE = 20 * 1024 * 1024;
export const LARGEST_BUNDLE = 2 * 1024 * 1024 * 1024;

/** The path as we name it, or null where it leads outside, or anywhere else than it says. */
export const innerPath = (path: string): string | null => {
  if (path === '' || path.length > 1000 || path.startsWith('/') || /[\u0000-\u001f\\]|^[A-Za-z]:/.test(path))
    return null;
  const parts = path.normalize('NFC').split('/');
  return parts.some((part) => part === '..' || part === '.' || part === '') ? null : parts.join('/');
};

/** What computers leave behind in folders. */
export const isLitter = (path: string): boolean => /(^|\/)(\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(\/|$)/i.test(path);
