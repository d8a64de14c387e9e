/** How routes ask for a PDF: a press with too much to do is an expected No over HTTP. Owns that answer alone. */
import { PressBusy, type PdfPress } from '../../documents/pdf-press.ts';
import { HttpRefusal } from '../../http/errors.ts';

export type PrintPdf = PdfPress['print'];

export const printFor =
  (press: Pick<PdfPress, 'print'>): PrintPdf =>
  async (document, pictures) => {
    try {
      return await press.print(document, pictures);
    } catch (error) {
      if (error instanceof PressBusy) throw new HttpRefusal(503, 'http/unavailable');
      throw error;
    }
  };
