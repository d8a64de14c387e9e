/** A document as a page that stands alone: semantic, escaped, without script and without any request. */
import type { Document } from '../document.ts';
import { blocksHtml, type Drawing } from './blocks-html.ts';
import { escapeHtml } from './escape.ts';

const STYLE =
  'body{margin:2rem auto;max-width:42rem;padding:0 1rem;color:#1c1b19;background:#fdfcf9;font:1.15rem/1.7 Charter,"Source Serif 4","Songti SC","Noto Serif SC",serif;overflow-wrap:break-word}h1{line-height:1.25;font-size:1.9rem}h2,h3,h4{line-height:1.35}.byline,figcaption{color:#55514a;font-size:.95rem}figure{margin:1.5rem 0}img{display:block;max-width:100%;height:auto}table{border-collapse:collapse}th,td{border:1px solid #d8d4ca;padding:.35rem .6rem;text-align:start;vertical-align:top}blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:3px solid #d8d4ca}@media print{body{background:#fff}figure,tr,blockquote{break-inside:avoid}}';

export const documentHtml = ({ language, title, byline, blocks }: Document, drawing: Drawing): string => {
  const head = escapeHtml(title);
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${head}</title><style>${STYLE}</style></head>
<body><main><article>
<h1>${head}</h1>
${byline === null ? '' : `<p class="byline">${escapeHtml(byline)}</p>\n`}${blocksHtml(blocks, drawing)}
</article></main></body>
</html>
`;
};
