/** An article as Markdown, escaped throughout. Pictures are named by caption and credit: a Markdown file carries none. */
import type { Article, ArticlePart } from '../article.ts';
import { escapeMarkdown } from '../../document/renderers/escape.ts';

const partText = (part: ArticlePart, gap: string): string => {
  if (part.kind === 'paragraph') {
    const text = escapeMarkdown(part.sentences.map((sentence) => sentence.text).join(gap));
    return part.heading === undefined ? text : `## ${escapeMarkdown(part.heading)}\n\n${text}`;
  }
  const lines = [part.caption, part.credit].flatMap((one) => (one === null ? [] : [escapeMarkdown(one.text)]));
  return lines.length === 0 ? '' : `*${lines.join(' — ')}*`;
};

export const toMarkdown = (article: Article): string => {
  const gap = article.language === 'en' ? ' ' : '';
  const parts = article.parts.map((part) => partText(part, gap)).filter((text) => text !== '');
  return `${[`# ${escapeMarkdown(article.headline.text)}`, ...parts].join('\n\n')}\n`;
};
