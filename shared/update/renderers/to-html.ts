/** An article as a page that stands alone: semantic, escaped, styled inline, without script and without any request. */
import type { Article, ArticlePart } from '../article.ts';
import { escapeHtml } from '../../document/renderers/escape.ts';

const STYLE =
  'body{margin:2rem auto;max-width:42rem;padding:0 1rem;color:#1c1b19;background:#fdfcf9;font:1.15rem/1.7 Charter,"Source Serif 4","Songti SC","Noto Serif SC",serif}h1{line-height:1.25;font-size:1.9rem}figure{margin:1.5rem 0;border:1px solid #d8d4ca;padding:1rem;color:#55514a;font-size:.95rem}';

const partHtml = (part: ArticlePart, gap: string): string => {
  if (part.kind === 'paragraph')
    return `${part.heading === undefined ? '' : `<h2>${escapeHtml(part.heading)}</h2>\n`}<p>${part.sentences.map((sentence) => escapeHtml(sentence.text)).join(gap)}</p>`;
  const lines = [part.caption, part.credit].flatMap((one) => (one === null ? [] : [`<p>${escapeHtml(one.text)}</p>`]));
  return lines.length === 0 ? '' : `<figure><figcaption>${lines.join('')}</figcaption></figure>`;
};

export const toHtml = (article: Article): string => {
  const gap = article.language === 'en' ? ' ' : '';
  const title = escapeHtml(article.headline.text);
  const parts = article.parts.map((part) => partHtml(part, gap)).join('\n');
  return `<!doctype html>
<html lang="${article.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head>
<body><main><article>
<h1>${title}</h1>
${parts}
</article></main></body>
</html>
`;
};
