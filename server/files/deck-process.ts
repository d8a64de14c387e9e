/**
 * A process that reads one PDF and ends: PDFium as WebAssembly, so that a hostile file meets a sandbox inside a process with nothing in it, and no
 * meeting waits for a slow one. Owns drawing pages; deck-press.ts is who starts it, limits its time and ends it.
 */
import { setPriority } from 'node:os';
import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { SLIDES_PAGES } from '../../shared/workshop/slides/types.ts';

export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly webp: Uint8Array;
}

export type DeckMessage =
  | { readonly kind: 'page'; readonly page: DrawnPage }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly code: 'slides/notAPdf' | 'slides/locked' | 'slides/tooManyPages' };

/** Sharp on a full screen, and small enough to come at once. */
const LONGEST_SIDE = 1920;
const TEXT_LIMIT = 8000;

/** Waits until the other side has taken it, so that drawn pages do not pile up. */
const tell = (message: DeckMessage): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });

const textOf = (page: PDFiumPage): string => {
  try {
    return page
      .getText()
      .replaceAll('\r', '\n')
      .replaceAll(/[^\P{C}\n]/gu, '')
      .replaceAll(/\n{2,}/g, '\n')
      .trim()
      .slice(0, TEXT_LIMIT);
  } catch {
    return '';
  }
};

const draw = async (page: PDFiumPage): Promise<DrawnPage> => {
  // Before drawing, which closes the page.
  const text = textOf(page);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = LONGEST_SIDE / Math.max(originalWidth, originalHeight);
  const sizes = [originalWidth, originalHeight].map((size) => Math.max(1, Math.round(size * scale)));
  const [wide = 1, high = 1] = sizes;
  const { data, width, height } = await page.render({ width: wide, height: high, scale: 1, render: 'bitmap' });
  const webp = await sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .webp({ quality: 80 })
    .toBuffer();
  return { width, height, text, webp };
};

const read = async (pdf: Uint8Array): Promise<void> => {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf).catch((error: unknown) => String(error));
  if (typeof document === 'string')
    return tell({ kind: 'refused', code: /password/i.test(document) ? 'slides/locked' : 'slides/notAPdf' });
  const count = document.getPageCount();
  if (count < 1) return tell({ kind: 'refused', code: 'slides/notAPdf' });
  if (count > SLIDES_PAGES) return tell({ kind: 'refused', code: 'slides/tooManyPages' });
  for (const page of document.pages()) await tell({ kind: 'page', page: await draw(page) });
  return tell({ kind: 'done' });
};

process.once('message', (pdf: Uint8Array) => {
  // The room's sound comes first.
  setPriority(10);
  read(pdf)
    // Whatever else PDFium stumbles over is a file that cannot be read.
    .catch(() => tell({ kind: 'refused', code: 'slides/notAPdf' }))
    .finally(() => process.disconnect());
});
