/** How an edition begins as a workshop's article. Owns the mapping and the teaser; must not know who asks or where it is kept. */
import type { Block } from '../document/document.ts';
import type { Article, ArticlePart } from '../update/article.ts';
import type { Edition } from './publication.ts';

/** As long as two printed lines of a list. */
const TEASER = { en: 240, 'zh-Hans': 110 } as const;

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
  return article.parts.flatMap((part) => blocksOf(part, gap));
};

export const editionOfArticle = (article: Article, authors: string | null = null): Edition => {
  const gap = article.language === 'en' ? ' ' : '';
  const lead = article.parts.find((part) => part.kind === 'paragraph');
  const sentences = lead?.kind === 'paragraph' ? lead.sentences.map(({ text }) => text) : [];
  return {
    headline: article.headline.text,
    teaser: teaserOf(sentences, TEASER[article.language], gap),
    authors,
    blocks: blocksOfArticle(article),
  };
};
