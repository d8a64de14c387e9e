/** An edition as a document, with its date below the title. */
import type { Document } from '../../../shared/document/document.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { writtenDay } from '../../../shared/publication/days.ts';
import type { Edition, Publication } from '../../../shared/publication/publication.ts';

export const documentOf = (
  { publishedAt, createdAt, timeZone }: Publication,
  language: Language,
  edition: Edition,
): Document => {
  const day = writtenDay(publishedAt ?? createdAt, timeZone, language);
  return {
    language,
    title: edition.headline,
    byline: edition.authors === null ? day : `${day} · ${edition.authors}`,
    blocks: edition.blocks,
  };
};
