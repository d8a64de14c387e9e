/**
 * Rows of cells as a table that every spreadsheet reads: UTF-8 with its mark, commas, CRLF. What would be run as a formula gets an apostrophe,
 * which read-table.ts takes away again.
 */
import { guarded } from './read-table.ts';

const quoted = (cell: string): string => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const writeRows = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map((cell) => quoted(guarded(cell))).join(',')}\r\n`).join('');

export const BYTE_ORDER_MARK = '\u{feff}';
