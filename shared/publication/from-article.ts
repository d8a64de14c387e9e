/** How an edition begins as a workshop's article. Owns the mapping and the teaser; must not know who asks or where it is kept. */
import type { Block } from '../document/document.ts';
import type { Article, ArticlePart } from '../update/article.ts';
import type { Edition } from './publication.ts';

/** As long as two printed lines of a list. */
const TEASER = { en: 240, 'zh-Hans': 110 } as const;

const blockOf = (part: ArticlePart, gap: string): Block =>
  part.kind === 'photo'
    ? { kind: 'photo', file: part.file, caption: part.caption?.text ?? null, credit: part.credit?.text ?? null }
    : {
        kind: 'paragraph',
        spans: [{ text: part.sentences.map(({ text }) => text).join(gap) }],
        sources: [...new Set(part.sentences.flatMap(({ sources }) => sources))],
      };

/** Whole sentences as far as they fit; the first one always, cut at a word when it alone is too long. */
const teaserOf = (sentences: readonly string[], most: number, gap: string): string => {
  const [first = '', ...more] = sentences;
  if (first.length > most) return `${first.slice(0, most).replace(/\s+\S*$/, '')}…`;
  let teaser = first;
  for (const sentence of more) {
    if (teaser.length + gap.length + sentence.length > most) break;
    teaser += gap + sentence;
  }
  return teaser;
};

const blocksOfArticle = (article: Article): readonly Block[] => {
  const gap = article.language === 'en' ? ' ' : '';
  return article.parts.map((part) => blockOf(part, gap));
};

export const editionOfArticle = (article: Article): Edition => {
  const gap = article.language === 'en' ? ' ' : '';
  const lead = article.parts.find((part) => part.kind === 'paragraph');
  const sentences = lead?.kind === 'paragraph' ? lead.sentences.map(({ text }) => text) : [];
  return {
    headline: article.headline.text,
    teaser: teaserOf(sentences, TEASER[article.language], gap),
    authors: null,
    blocks: blocksOfArticle(article),
  };
};
