/** What stands in the way of publishing, as data. Owns the rules that need nothing but the publication; approvals are asked elsewhere. */
import { photosOf, textOfBlocks } from '../document/text.ts';
import { languagesOf, type Edition, type Publication } from './publication.ts';
import type { Language } from '../kernel/language.ts';

export interface Obstacle {
  readonly code:
    | 'publication/noEdition'
    | 'publication/noHeadline'
    | 'publication/noTeaser'
    | 'publication/noText'
    | 'publication/photoWithoutCredit'
    | 'publication/quoteNotApproved'
    | 'publication/portraitNotApproved'
    | 'publication/consentMissing';
  readonly language?: Language;
  /** What is meant, in its own words: a caption, the beginning of a quote, a name. */
  readonly about?: string;
}

const obstaclesOfEdition = (language: Language, edition: Edition): readonly Obstacle[] => {
  const lacking = (code: Obstacle['code'], text: string): readonly Obstacle[] =>
    text.trim() === '' ? [{ code, language }] : [];
  const uncredited = photosOf(edition.blocks).filter(
    ({ file, credit }) => file !== null && (credit === null || credit.trim() === ''),
  );
  return [
    ...lacking('publication/noHeadline', edition.headline),
    ...lacking('publication/noTeaser', edition.teaser),
    ...lacking('publication/noText', textOfBlocks(edition.blocks.filter(({ kind }) => kind !== 'photo'))),
    ...uncredited.map(({ caption }): Obstacle => ({
      code: 'publication/photoWithoutCredit',
      language,
      ...(caption !== null && { about: caption }),
    })),
  ];
};

export const obstaclesOf = (publication: Publication): readonly Obstacle[] => {
  const languages = languagesOf(publication);
  if (languages.length === 0) return [{ code: 'publication/noEdition' }];
  return languages.flatMap((language) => {
    const edition = publication.editions[language];
    return edition ? obstaclesOfEdition(language, edition) : [];
  });
};
