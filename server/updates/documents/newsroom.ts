/** What a newsroom needs in one piece: the text in each form, the photos as files of their own, and whose they are. Owns names inside the ZIP. */
import type { Document } from '../../../shared/document/document.ts';
import { photosOf } from '../../../shared/document/text.ts';
import { archive } from '../../documents/archive.ts';
import { documentDocx } from '../../documents/docx.ts';
import { photoLine, type Pictures } from '../../documents/picture.ts';
import type { PrintPdf } from './print.ts';

export const newsroom = async (of: {
  readonly document: Document;
  readonly pictures: Pictures;
  readonly print: PrintPdf;
  readonly html: string;
  /** With the name that a picture's file has in the ZIP; null: it is not there. */
  markdown(picture: (file: string) => string | null): string;
}): Promise<Buffer> => {
  const { document, pictures } = of;
  const names = new Map([...pictures.keys()].map((file, index) => [file, `photos/photo-${index + 1}.jpg`]));
  const credits = photosOf(document.blocks).flatMap((photo) => {
    const name = photo.file === null ? undefined : names.get(photo.file);
    return name === undefined ? [] : [`${name}\t${photoLine(photo)}`];
  });
  const files = new Map<string, Uint8Array>([
    ['article.docx', await documentDocx(document, pictures)],
    ['article.pdf', await of.print(document, pictures)],
    ['article.html', Buffer.from(of.html)],
    ['article.md', Buffer.from(of.markdown((file) => names.get(file) ?? null))],
    ...[...pictures].flatMap(([file, { jpeg }]) => {
      const name = names.get(file);
      return name === undefined ? [] : [[name, jpeg] as const];
    }),
  ]);
  // The mark in front tells programs of Windows that the Chinese in it is UTF-8.
  if (credits.length > 0) files.set('photos/credits.txt', Buffer.from(`\uFEFF${credits.join('\r\n')}\r\n`));
  return archive(files);
};
