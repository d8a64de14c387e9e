/** The working copy as articles: for readers, downloads and publication. Owns which languages are ready to be published. */
import { articleOf } from '../../../shared/drafting/to-article.ts';
import { pairsOf } from '../../../shared/drafting/twins.ts';
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import type { Article, HeadlineChoice } from '../../../shared/update/article.ts';
import type { WorkshopMaterial } from '../publishing/from-workshop.ts';
import type { DraftDesk, Told } from './desk.ts';

export interface DraftArticle {
  readonly article: Article;
  readonly headlines: readonly HeadlineChoice[];
  readonly authors: string | null;
}

export type DraftArticles = Partial<Record<Language, DraftArticle>>;

const articleIn = ({ state, style, articles }: Told, language: Language): DraftArticle | null => {
  const copy = state.copies[language];
  if (copy === undefined) return null;
  const { missing, leftOut } = articles[language];
  return {
    article: { ...articleOf(state, copy, language, style), missing, leftOut },
    headlines: copy.headlines,
    authors: copy.authors,
  };
};

/** In a language nobody noted in, what is missing outweighs what is there, until somebody has written it sentence by sentence. */
const isReady = ({ state, articles }: Told, language: Language, leading: Language): boolean =>
  language === leading ||
  articles[language].missing.every(({ code }) => code !== 'textInOtherLanguage') ||
  pairsOf(state, leading).every(
    (pair) =>
      pair[leading] === null ||
      pair[language] !== null ||
      state.copies[language]?.pieces.some((piece) => piece.key === pair.key) === true,
  );

export const createDraftArticles = (desk: Pick<DraftDesk, 'told'>) => ({
  async read(workshop: WorkshopId, material: WorkshopMaterial, language: Language): Promise<DraftArticle> {
    const found = articleIn(await desk.told(workshop, material), language);
    if (found === null) throw new Error('a copy has been told in every language');
    return found;
  },

  async ready(workshop: WorkshopId, material: WorkshopMaterial): Promise<DraftArticles> {
    const told = await desk.told(workshop, material);
    const leading = material.state.brief.language;
    return Object.fromEntries(
      LANGUAGES.flatMap((language) => {
        const found = isReady(told, language, leading) ? articleIn(told, language) : null;
        return found === null ? [] : [[language, found] as const];
      }),
    );
  },
});

export type ReadDraftArticles = ReturnType<typeof createDraftArticles>;
