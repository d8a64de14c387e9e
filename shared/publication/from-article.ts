/** How an edition begins as a workshop's article. Owns the mapping and the teaser; must not know who asks or where it is kept. */
import type { Block } from '../document/document.ts';
import type { Article, ArticlePart } from '../update/article.ts';
import { teaserOf } from './teaser.ts';
import type { Edition } from './publication.ts';

const blocksOf = (part: ArticlePart, gap: string): readonly Block[] => {
  if (part.kind === 'photo') {
    const { file, caption, credit, shows = [] } = part;
    const photo = { kind: 'photo', file, caption: caption?.text ?? null, credit: credit?.text ?? null } as const;
    return [shows.length === 0 ? photo : { ...photo, shows }];
  }
  const spoken = part.sentences.flatMap(({ text, voice }) => (voice === undefined ? [] : [{ ...voice, text }]));
  const paragraph: Block = {
    kind: 'paragraph',
    spans: [{ text: part.sentences.map(({ text }) => text).join(gap) }],
    sources: [...new Set(part.sentences.flatMap(({ sources }) => sources))],
    ...(spoken.length > 0 && { spoken }),
  };
  return part.heading === undefined
    ? [paragraph]
    : [{ kind: 'heading', level: 2, spans: [{ text: part.heading }] }, paragraph];
};

const blocksOfArticle = (article: Article): readonly Block[] => {
  const gap = article.language === 'en' ? ' ' : '';
  return article.parts.flatMap((part) => blocksOf(part, gap));
};

export const editionOfArticle = (article: Article, authors: string | null = null): Edition => {
  const lead = article.parts.find((part) => part.kind === 'paragraph');
  const sentences = lead?.kind === 'paragraph' ? lead.sentences.map(({ text }) => text) : [];
  return {
    headline: article.headline.text,
    teaser: teaserOf(sentences, article.language),
    authors,
    blocks: blocksOfArticle(article),
  };
};
