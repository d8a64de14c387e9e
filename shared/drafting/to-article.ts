/** The working copy as an article again, as it stands: for readers, downloads and publication. Owns what is left out on the way. */
import type { Language } from '../kernel/language.ts';
import type { Article, ArticlePart, Sentence } from '../update/article.ts';
import { withHeadings } from '../update/headings.ts';
import type { HouseStyle } from '../update/house-style.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { Copy, Piece, WorkingCopy } from './working-copy.ts';

const sentenceOf = ({ text, sources, voice }: Piece): Sentence =>
  voice === null ? { text, sources } : { text, sources, voice };

const isThere = (piece: Piece): boolean => piece.state !== 'deleted' && (piece.role === 'picture' || piece.text !== '');

const partsOf = (paragraph: readonly Piece[], shows: WorkingCopy['shows']): readonly ArticlePart[] => {
  const there = paragraph.filter(isThere);
  const picture = there.find((piece) => piece.role === 'picture');
  const worded = (role: Piece['role']): Sentence | null => {
    const found = there.find((piece) => piece.role === role);
    return found === undefined ? null : sentenceOf(found);
  };
  const photo: readonly ArticlePart[] =
    picture === undefined
      ? []
      : [
          {
            kind: 'photo',
            section: 'photo',
            file: picture.file,
            caption: worded('caption'),
            credit: worded('credit'),
            shows: shows[picture.key] ?? [],
          },
        ];
  // The caption of a picture that was taken out goes with it; a sentence put in after one stands below it.
  const sentences = there.filter((piece) => piece.role === 'sentence');
  const [first] = sentences;
  const section = first?.section === 'photo' ? 'background' : first?.section;
  return section === undefined
    ? photo
    : [...photo, { kind: 'paragraph', section, sentences: sentences.map(sentenceOf) }];
};

export const articleOf = (
  state: WorkingCopy,
  copy: Copy,
  language: Language,
  style: HouseStyle,
): Pick<Article, 'language' | 'headline' | 'parts'> => {
  const headline = copy.pieces.find((piece) => piece.role === 'headline');
  return {
    language,
    headline: headline === undefined ? { text: '', sources: [] } : sentenceOf(headline),
    parts: withHeadings(
      paragraphsOf(copy.pieces).flatMap((paragraph) => partsOf(paragraph, state.shows)),
      style,
      language,
    ),
  };
};
