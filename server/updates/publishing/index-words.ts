/** What search finds an edition by: its words, the names in it in either script, its terms in either language. */
import { textOfBlocks } from '../../../shared/document/text.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { languagesOf, type Publication, type Term } from '../../../shared/publication/publication.ts';
import type { EditionTokens } from '../../ports/updates.ts';
import { wordsOf } from '../../search/tokens.ts';

const wordsOfTerm = ({ name }: Term): string => [name.en, name['zh-Hans']].filter(Boolean).join('\n');

export const indexWords = (publication: Publication): { readonly [L in Language]?: EditionTokens } => {
  const { names, programme, themes } = publication;
  const beside = [...names, ...(programme ? [wordsOfTerm(programme)] : []), ...themes.map(wordsOfTerm)].join('\n');
  return Object.fromEntries(
    languagesOf(publication).map((language) => {
      const edition = publication.editions[language];
      const text = edition
        ? [edition.teaser, edition.authors ?? '', textOfBlocks(edition.blocks), beside].join('\n')
        : '';
      return [language, { headline: wordsOf(edition?.headline ?? ''), body: wordsOf(text) }];
    }),
  );
};
