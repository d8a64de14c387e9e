/**
 * A document as PDF: A4, tagged for screen readers, with the fonts of both scripts inside. Owns the page's measures and the order of drawing;
 * must not know what the document is about.
 */
import PDFDocument from 'pdfkit';
import type { Block, Document, List, Photo, Span } from '../../shared/document/document.ts';
import { textOfBlocks } from '../../shared/document/text.ts';
import { drawTable } from './pdf-table.ts';
import { BODY, Pen } from './pen.ts';
import { photoLine, pictureOf, type Pictures } from './picture.ts';
import { openFaces } from './typeface.ts';

type Pdf = InstanceType<typeof PDFDocument>;

/** Points. */
const MARGIN = 64;
const SIZES = { 2: 14, 3: 12, 4: 11 } as const;
const INDENT = 18;
const SOFT = '#55514a';
const FOOT = 36;

type Element = ReturnType<Pdf['struct']>;

class Drawing {
  readonly #pen: Pen;
  readonly #pictures: Pictures;

  constructor(pen: Pen, pictures: Pictures) {
    this.#pen = pen;
    this.#pictures = pictures;
  }

  #tagged(kind: string, draw: () => void): Element {
    return this.#pen.pdf.struct(kind, {}, draw);
  }

  /** A heading is not left alone at the foot of a page. */
  #heading(level: 1 | 2 | 3 | 4, spans: readonly Span[]): Element {
    const size = level === 1 ? 20 : SIZES[level];
    return this.#tagged(`H${level}`, () => {
      this.#pen.space(level === 1 ? 0 : 8);
      if (this.#pen.room < this.#pen.heightOf(spans, { size, weight: 700 }) + 3 * BODY)
        this.#pen.pdf.continueOnNewPage();
      this.#pen.write(spans, { size, weight: 700 });
      this.#pen.space(4);
    });
  }

  #list({ ordered, items }: List, depth: number): Element {
    const { pdf, left, width } = this.#pen;
    const x = left + INDENT * (depth + 1);
    const list = pdf.struct('L');
    items.forEach(({ spans, below }, index) => {
      const item = pdf.struct('LI');
      item.add(
        this.#tagged('LBody', () => {
          if (this.#pen.room < 2 * BODY) pdf.continueOnNewPage();
          const y = pdf.y;
          this.#pen.write([{ text: ordered ? `${index + 1}.` : '•' }], { x: x - INDENT + 4, y, width: INDENT });
          this.#pen.write(spans.length === 0 ? [{ text: ' ' }] : spans, { x, y, width: width - INDENT * (depth + 1) });
          this.#pen.space(2);
        }),
      );
      if (below) item.add(this.#list(below, depth + 1));
      list.add(item);
    });
    return list;
  }

  #photo(photo: Photo): Element {
    const picture = pictureOf(this.#pictures, photo);
    const line = photoLine(photo);
    const whole = this.#pen.pdf.struct('Sect');
    if (picture) {
      whole.add(
        this.#pen.pdf.struct('Figure', { alt: line }, () => {
          const { pdf, left, width, room } = this.#pen;
          const scale = Math.min(width / picture.width, 420 / picture.height, 1);
          const height = picture.height * scale;
          if (room < height + 2 * BODY) pdf.continueOnNewPage();
          pdf.image(picture.jpeg, left, pdf.y, { width: picture.width * scale, height });
          pdf.y += height + 4;
        }),
      );
    }
    if (line !== '') {
      whole.add(
        this.#tagged('Caption', () => {
          this.#pen.write([{ text: line }], { size: 9, color: SOFT });
          this.#pen.space(8);
        }),
      );
    }
    return whole;
  }

  title(title: string, byline: string | null): readonly Element[] {
    return [
      this.#heading(1, [{ text: title }]),
      ...(byline === null
        ? []
        : [
            this.#tagged('P', () => {
              this.#pen.write([{ text: byline }], { size: 9, color: SOFT });
              this.#pen.space(8);
            }),
          ]),
    ];
  }

  block(block: Exclude<Block, { kind: 'table' }>): Element {
    const pen = this.#pen;
    switch (block.kind) {
      case 'paragraph':
        return this.#tagged('P', () => {
          pen.write(block.spans);
          pen.space(6);
        });
      case 'heading':
        return this.#heading(block.level, block.spans);
      case 'list':
        return this.#list(block, 0);
      case 'quote':
        return this.#tagged('BlockQuote', () => {
          pen.write(block.spans, { x: pen.left + INDENT, width: pen.width - INDENT, italic: true });
          pen.space(6);
        });
      case 'rule':
        return this.#tagged('NonStruct', () => {
          pen.pdf
            .moveTo(pen.left, pen.pdf.y + 4)
            .lineTo(pen.left + pen.width, pen.pdf.y + 4)
            .stroke('#d8d4ca');
          pen.space(12);
        });
      case 'photo':
        return this.#photo(block);
    }
  }
}

/** Below the text, outside what is read aloud. */
const numberPages = (pen: Pen): void => {
  const { start, count } = pen.pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pen.pdf.switchToPage(page);
    const { margins, height } = pen.pdf.page;
    const bottom = margins.bottom;
    margins.bottom = 0;
    pen.pdf.markContent('Artifact', { type: 'Pagination' });
    pen.write([{ text: `${page - start + 1} / ${count}` }], { size: 8, color: SOFT, y: height - FOOT });
    pen.pdf.endMarkedContent();
    margins.bottom = bottom;
  }
};

export const documentPdf = async (document: Document, pictures: Pictures): Promise<Buffer> => {
  const { language, title, byline, blocks } = document;
  const faces = await openFaces(`${title}${byline ?? ''}${textOfBlocks(blocks)}`);
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    lang: language === 'en' ? 'en' : 'zh-CN',
    displayTitle: true,
    bufferPages: true,
    info: { Title: title, Creator: 'Plenary', Producer: 'Plenary' },
  });
  const pieces: Buffer[] = [];
  const whole = new Promise<Buffer>((done, fail) => {
    pdf.on('data', (piece: Buffer) => pieces.push(piece));
    pdf.on('end', () => done(Buffer.concat(pieces)));
    pdf.on('error', fail);
  });
  const pen = new Pen(pdf, faces);
  const drawing = new Drawing(pen, pictures);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  for (const element of drawing.title(title, byline)) root.add(element);
  for (const block of blocks) {
    if (block.kind === 'table') drawTable(pen, root, block);
    else root.add(drawing.block(block));
  }
  root.end();
  numberPages(pen);
  pdf.end();
  return whole;
};
