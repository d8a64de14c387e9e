/** What writes on the pages of a PDF: text in mixed fonts at the page's own measures. Must not know blocks or tags. */
import type PDFDocument from 'pdfkit';
import type { Span } from '../../shared/document/document.ts';
import { runsOf, type Face, type Weight } from './typeface.ts';

type Pdf = InstanceType<typeof PDFDocument>;
type Faces = Readonly<Record<Weight, readonly Face[]>>;

/** Points. */
export const BODY = 10.5;
const LEADING = 4.5;
const INK = '#1c1b19';
const LINK = '#1f5c43';

export interface TextLook {
  readonly size?: number;
  readonly color?: string;
  readonly weight?: Weight;
  readonly italic?: boolean;
  /** Left edge and width; the text's own when not given. */
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
}

/** What draws on the pages: the PDF, its fonts, and text in mixed fonts. */
export class Pen {
  readonly pdf: Pdf;
  readonly #faces: Faces;

  constructor(pdf: Pdf, faces: Faces) {
    this.pdf = pdf;
    this.#faces = faces;
    for (const face of [...faces[400], ...faces[700]]) pdf.registerFont(face.name, face.font);
  }

  get left(): number {
    return this.pdf.page.margins.left;
  }

  get width(): number {
    return this.pdf.page.width - this.pdf.page.margins.left - this.pdf.page.margins.right;
  }

  /** From here to the foot of the page. */
  get room(): number {
    return this.pdf.page.height - this.pdf.page.margins.bottom - this.pdf.y;
  }

  /** Spans as one flowing paragraph; each stretch in the first font that has its letters. */
  write(spans: readonly Span[], look: TextLook = {}): void {
    const { size = BODY, color = INK, weight = 400, italic = false, x = this.left, width = this.width, y } = look;
    const runs = spans.flatMap(({ text, bold, italic: slanted, link }) =>
      runsOf(this.#faces[bold ? 700 : weight], text).map((run) => ({
        ...run,
        link,
        oblique: italic || slanted === true,
      })),
    );
    // Fonts reach differently far above the line; the letters of one word stand on the same one.
    const baseline = -size * (this.#faces[weight][0]?.ascent ?? 1);
    runs.forEach(({ face, text, link, oblique }, index) => {
      const options = {
        width,
        lineGap: LEADING,
        baseline,
        continued: index < runs.length - 1,
        oblique,
        link: link ?? null,
        underline: link !== undefined,
      };
      this.pdf
        .font(face.name)
        .fontSize(size)
        .fillColor(link === undefined ? color : LINK);
      if (index === 0) this.pdf.text(text, x, y ?? this.pdf.y, options);
      else this.pdf.text(text, options);
    });
    this.pdf.x = this.left;
  }

  /** Points that the spans take in this width. Measured in the first font: the others are its sisters, nearly as wide. */
  heightOf(spans: readonly Span[], { size = BODY, weight = 400, width = this.width }: TextLook = {}): number {
    const [face] = this.#faces[weight];
    const text = spans.map((one) => one.text).join('');
    if (!face || text === '') return size + LEADING;
    return this.pdf.font(face.name).fontSize(size).heightOfString(text, { width, lineGap: LEADING });
  }

  space(points: number): void {
    this.pdf.y += points;
  }
}
