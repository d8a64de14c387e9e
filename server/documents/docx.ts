/**
 * A document as DOCX for Word, WPS and LibreOffice: real styles, lists, tables and links, fonts for both scripts. Owns that mapping; must not
 * know what the document is about.
 */
import {
  AlignmentType,
  BorderStyle,
  Document as Docx,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type ILevelsOptions,
  type ParagraphChild,
} from 'docx';
import type { Block, Document, List, Photo, Span } from '../../shared/document/document.ts';
import { photoLine, pictureOf, type Pictures } from './picture.ts';

const FONT = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Calibri', eastAsia: 'Microsoft YaHei' } as const;
/** Half points, as the format counts them. */
const SIZE = 22;
/** Twentieths of a point. */
const INDENT = 420;
const DEPTH = 6;
/** Pixels at 96 to the inch: the text's width on A4 with an inch of margin. */
const TEXT_WIDTH = 600;
const HEADINGS = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2, 4: HeadingLevel.HEADING_3 } as const;
const BULLETS = ['•', '◦', '▪'];

const textRun = ({ text, bold, italic }: Span, style?: string): TextRun =>
  new TextRun({ text, ...(bold && { bold }), ...(italic && { italics: true }), ...(style !== undefined && { style }) });

const runs = (spans: readonly Span[]): ParagraphChild[] =>
  spans.map((span) =>
    span.link === undefined
      ? textRun(span)
      : new ExternalHyperlink({ link: span.link, children: [textRun(span, 'Hyperlink')] }),
  );

const levels = (ordered: boolean): ILevelsOptions[] =>
  Array.from({ length: DEPTH }, (_, level) => ({
    level,
    format: ordered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
    text: ordered ? `%${level + 1}.` : (BULLETS[level % BULLETS.length] ?? '•'),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT } } },
  }));

/** Draws the blocks one after the other; each ordered list counts from one by an instance of its own. */
class Writer {
  #lists = 0;
  readonly #pictures: Pictures;

  constructor(pictures: Pictures) {
    this.#pictures = pictures;
  }

  #list(list: List, level: number, instance: number): Paragraph[] {
    return list.items.flatMap(({ spans, below }) => [
      new Paragraph({
        style: 'ListParagraph',
        numbering: { reference: list.ordered ? 'ordered' : 'unordered', level: Math.min(level, DEPTH - 1), instance },
        children: runs(spans),
      }),
      ...(below ? this.#list(below, level + 1, below.ordered === list.ordered ? instance : (this.#lists += 1)) : []),
    ]);
  }

  #table({ head, rows }: Extract<Block, { kind: 'table' }>): (Table | Paragraph)[] {
    const cell = (spans: readonly Span[], isHead: boolean): TableCell =>
      new TableCell({
        margins: { top: 60, bottom: 60, left: 100, right: 100 },
        ...(isHead && { shading: { fill: 'F1EDE3' } }),
        children: [new Paragraph({ children: runs(isHead ? spans.map((one) => ({ ...one, bold: true })) : spans) })],
      });
    const line = (cells: readonly (readonly Span[])[], isHead: boolean): TableRow =>
      new TableRow({ tableHeader: isHead, cantSplit: true, children: cells.map((spans) => cell(spans, isHead)) });
    const lines = [...(head ? [line(head, true)] : []), ...rows.map((row) => line(row, false))];
    if (lines.length === 0) return [];
    const border = { style: BorderStyle.SINGLE, size: 4, color: 'BFB9AC' };
    const borders = {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    };
    // Two tables without a line between them would become one.
    return [new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, borders, rows: lines }), new Paragraph({})];
  }

  #photo(photo: Photo): Paragraph[] {
    const picture = pictureOf(this.#pictures, photo);
    const line = photoLine(photo);
    const width = picture ? Math.min(TEXT_WIDTH, picture.width) : 0;
    return [
      ...(picture
        ? [
            new Paragraph({
              keepNext: line !== '',
              children: [
                new ImageRun({
                  type: 'jpg',
                  data: picture.jpeg,
                  transformation: { width, height: Math.round((picture.height * width) / picture.width) },
                  altText: { name: line || 'photo', description: line, title: line },
                }),
              ],
            }),
          ]
        : []),
      ...(line === '' ? [] : [new Paragraph({ style: 'Caption', children: [new TextRun(line)] })]),
    ];
  }

  block(block: Block): (Paragraph | Table)[] {
    switch (block.kind) {
      case 'paragraph':
        return [new Paragraph({ children: runs(block.spans) })];
      case 'heading':
        return [new Paragraph({ heading: HEADINGS[block.level], children: runs(block.spans) })];
      case 'list':
        return this.#list(block, 0, (this.#lists += 1));
      case 'table':
        return this.#table(block);
      case 'quote':
        return [new Paragraph({ style: 'Quote', children: runs(block.spans) })];
      case 'rule':
        return [new Paragraph({ thematicBreak: true })];
      case 'photo':
        return this.#photo(block);
    }
  }
}

/** `level` counts from 0; without it programs show the look of a heading, but know of none. */
const heading = (size: number, level: number) => ({
  run: { font: FONT, size, bold: true, color: '1C1B19' },
  paragraph: { keepNext: true, spacing: { before: 280, after: 100 }, outlineLevel: level },
});

const note = { run: { color: '55514A', size: SIZE - 3 }, paragraph: { spacing: { after: 200 } } };

export const documentDocx = (document: Document, pictures: Pictures): Promise<Buffer> => {
  const { language, title, byline, blocks } = document;
  const writer = new Writer(pictures);
  const docx = new Docx({
    title,
    creator: 'Plenary',
    styles: {
      default: {
        document: {
          run: {
            font: FONT,
            size: SIZE,
            language: { value: language === 'en' ? 'en-GB' : 'zh-CN', eastAsia: 'zh-CN' },
          },
          paragraph: { spacing: { after: 140, line: 300 } },
        },
        title: { run: { font: FONT, size: 36, bold: true, color: '1C1B19' }, paragraph: { spacing: { after: 120 } } },
        heading1: heading(28, 0),
        heading2: heading(25, 1),
        heading3: heading(22, 2),
        listParagraph: { paragraph: { spacing: { after: 60 } } },
        hyperlink: { run: { color: '1F5C43', underline: {} } },
      },
      paragraphStyles: [
        { id: 'Caption', name: 'caption', basedOn: 'Normal', ...note },
        { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', next: 'Normal', ...note },
        {
          id: 'Quote',
          name: 'Quote',
          basedOn: 'Normal',
          paragraph: { indent: { left: INDENT } },
          run: { italics: true },
        },
      ],
    },
    numbering: {
      config: [
        { reference: 'ordered', levels: levels(true) },
        { reference: 'unordered', levels: levels(false) },
      ],
    },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 } } },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
          ...(byline === null ? [] : [new Paragraph({ style: 'Subtitle', children: [new TextRun(byline)] })]),
          ...blocks.flatMap((block) => writer.block(block)),
        ],
      },
    ],
  });
  return Packer.toBuffer(docx);
};
