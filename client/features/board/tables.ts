/**
 * Tables: rows and columns of lines. Owns how they are set: no widths and no alignment, which would be inline styles that the page's policy
 * forbids; and that a table is evened out only by whoever edits it. Were every browser to even out what arrives from others, each would add the
 * same missing cells, and the next would even out those.
 */
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { Plugin } from '@tiptap/pm/state';
import { tableEditing } from '@tiptap/pm/tables';

/** A new table: named columns, two rows to fill. */
export const newTable = { rows: 3, cols: 3, withHeaderRow: true } as const;

const MOST_SPAN = 50;

const span = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  parseHTML: (element: HTMLElement) => {
    const value = Number(element.getAttribute(name));
    return Number.isInteger(value) && value >= 1 && value <= MOST_SPAN ? value : 1;
  },
});
const spans = () => ({ colspan: span('colspan'), rowspan: span('rowspan') });

const editing = (): Plugin<number | null> => {
  // ProseMirror's plugins are typed loosely; this one keeps a number or nothing.
  const { spec } = tableEditing() as Plugin<number | null>;
  return new Plugin<number | null>({
    ...spec,
    appendTransaction(transactions, before, state) {
      return transactions.some(isChangeOrigin)
        ? null
        : (spec.appendTransaction?.call(this, transactions, before, state) ?? null);
    },
  });
};

export const tables = () => [
  Table.extend({
    renderHTML: () => ['table', ['tbody', 0]],
    addProseMirrorPlugins: () => [editing()],
  }).configure({ resizable: false, View: null }),
  TableRow,
  TableCell.extend({ addAttributes: spans }),
  TableHeader.extend({ addAttributes: spans }),
];
