/** A table in a PDF: columns of even width, lines that are not torn over two pages, the head again on each. Owns its measures alone. */
import type { Block, Span } from '../../shared/document/document.ts';
import type { Pen } from './pen.ts';

type Table = Extract<Block, { kind: 'table' }>;
type Cells = Table['rows'][number];
type Element = ReturnType<Pen['pdf']['struct']>;

/** Points. */
const PADDING = 4;
const SIZE = 9;
const BORDER = '#bfb9ac';
const HEAD = '#f1ede3';

/** Draws it where the pen stands, line by line as each is added to `within`: a new page begins between lines, outside of what is read. */
export const drawTable = (pen: Pen, within: Element, { head, rows }: Table): void => {
  const { pdf } = pen;
  const columns = (head ?? rows[0])?.length ?? 0;
  if (columns === 0) return;
  const table = pdf.struct('Table');
  within.add(table);
  const width = pen.width / columns;
  const look = (isHead: boolean) => ({ size: SIZE, weight: isHead ? 700 : 400, width: width - 2 * PADDING }) as const;
  const heightOf = (cells: Cells, isHead: boolean): number =>
    Math.max(...cells.map((spans) => pen.heightOf(spans, look(isHead)))) + 2 * PADDING;
  const box = (column: number, top: number, height: number, isHead: boolean): void => {
    const edge = pdf.rect(pen.left + column * width, top, width, height).lineWidth(0.5);
    if (isHead) edge.fillAndStroke(HEAD, BORDER);
    else edge.stroke(BORDER);
  };
  const words = (spans: readonly Span[], column: number, top: number, isHead: boolean): void =>
    pen.write(spans, { ...look(isHead), x: pen.left + column * width + PADDING, y: top + PADDING });

  /** The head once more on a new page is for the eye alone. */
  const repeatHead = (cells: Cells): void => {
    const [top, height] = [pdf.y, heightOf(cells, true)];
    pdf.markContent('Artifact', { type: 'Layout' });
    cells.forEach((spans, column) => {
      box(column, top, height, true);
      words(spans, column, top, true);
    });
    pdf.endMarkedContent();
    pdf.y = top + height;
  };

  const line = (cells: Cells, isHead: boolean): void => {
    const height = heightOf(cells, isHead);
    if (pen.room < height) {
      pdf.addPage();
      if (head && !isHead) repeatHead(head);
    }
    const top = pdf.y;
    const row = pdf.struct('TR');
    table.add(row);
    cells.forEach((spans, column) =>
      row.add(
        pdf.struct(isHead ? 'TH' : 'TD', {}, () => {
          box(column, top, height, isHead);
          words(spans, column, top, isHead);
        }),
      ),
    );
    pdf.y = top + height;
  };

  if (head) line(head, true);
  for (const cells of rows) line(cells, false);
  pen.space(10);
};
