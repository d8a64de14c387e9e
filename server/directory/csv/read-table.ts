/**
 * A table's bytes as rows of cells. Owns encodings (UTF-8, with and without a mark, UTF-16, GB18030) and separators (comma, semicolon, tab),
 * both told from the bytes; must not know columns.
 */
export const ENCODINGS = ['utf-8', 'utf-8-bom', 'utf-16', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];
export type Separator = ',' | ';' | '\t';

export type TableFault = 'csv/encoding' | 'csv/unclosedQuote' | 'csv/empty' | 'csv/tooManyRows';

export interface Row {
  /** The line on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type Table =
  | { readonly ok: true; readonly encoding: Encoding; readonly separator: Separator; readonly rows: readonly Row[] }
  | { readonly ok: false; readonly code: TableFault; readonly line: number };

const decode = (bytes: Uint8Array): { readonly encoding: Encoding; readonly text: string } | null => {
  const as = (label: string, encoding: Encoding) => {
    try {
      return { encoding, text: new TextDecoder(label, { fatal: true }).decode(bytes) };
    } catch {
      return null;
    }
  };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le', 'utf-16');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return as('utf-8', 'utf-8-bom');
  return as('utf-8', 'utf-8') ?? as('gb18030', 'gb18030');
};

/** The one that parts most cells of the first line, outside quotes. */
const separatorOf = (text: string): Separator => {
  const [first = ''] = text.replace(/"(?:[^"]|"")*"/g, '').split(/\r\n|\r|\n/, 1);
  const count = (separator: string): number => first.split(separator).length;
  return ([',', ';', '\t'] as const).reduce((best, one) => (count(one) > count(best) ? one : best), ',');
};

const ROWS = 20_000;

const split = (text: string, separator: Separator): readonly Row[] | { readonly open: number } => {
  const rows: Row[] = [];
  let cells: string[] = [];
  let [at, line, begun] = [0, 1, 1];
  const endRow = (): void => {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: begun, cells });
    cells = [];
  };
  const plainCell = new RegExp(`[^${separator === '\t' ? '\\t' : separator}\\r\\n]*`, 'y');
  while (at <= text.length) {
    let cell: string;
    if (text[at] === '"') {
      cell = '';
      for (;;) {
        const close = text.indexOf('"', at + 1);
        if (close === -1) return { open: begun };
        cell += text.slice(at + 1, close);
        at = close + 1;
        if (text[at] !== '"') break;
        cell += '"';
      }
      line += cell.split('\n').length - 1;
    } else cell = '';
    plainCell.lastIndex = at;
    const rest = plainCell.exec(text)?.[0] ?? '';
    at += rest.length;
    cells.push(cell + rest);
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    endRow();
    if (at >= text.length || rows.length > ROWS) break;
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    line += 1;
    begun = line;
  }
  return rows;
};

export const readTable = (bytes: Uint8Array): Table => {
  const decoded = decode(bytes);
  if (decoded === null || decoded.text.includes('\0')) return { ok: false, code: 'csv/encoding', line: 1 };
  const separator = separatorOf(decoded.text);
  const rows = split(decoded.text, separator);
  if ('open' in rows) return { ok: false, code: 'csv/unclosedQuote', line: rows.open };
  if (rows.length < 2) return { ok: false, code: 'csv/empty', line: 1 };
  if (rows.length > ROWS) return { ok: false, code: 'csv/tooManyRows', line: rows.at(-1)?.line ?? 1 };
  return { ok: true, encoding: decoded.encoding, separator, rows };
};

/** What a spreadsheet would take for a formula, full-width signs too. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;

/** The apostrophe that write-table.ts put there is no part of the text. */
export const unguarded = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);

export const guarded = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
