/**
 * A document for the editor of a WeChat official account, which drops stylesheets, classes and links to elsewhere: every element carries its
 * own look, addresses stand behind their words. Must not know how it is copied.
 */
import type { Block, Document, ListItem, Span } from '../document.ts';
import { safeLink } from '../links.ts';
import { blocksHtml, type Drawing, type Styles } from './blocks-html.ts';
import { escapeHtml } from './escape.ts';

const INK = 'color:#2b2a27';
const STYLES: Styles = {
  p: `margin:0 0 1.2em;font-size:16px;line-height:1.9;${INK};text-align:justify`,
  h2: `margin:1.8em 0 0.8em;font-size:18px;line-height:1.5;font-weight:bold;${INK}`,
  h3: `margin:1.6em 0 0.7em;font-size:17px;line-height:1.5;font-weight:bold;${INK}`,
  h4: `margin:1.4em 0 0.6em;font-size:16px;line-height:1.5;font-weight:bold;${INK}`,
  ul: 'margin:0 0 1.2em;padding-left:1.5em',
  ol: 'margin:0 0 1.2em;padding-left:1.5em',
  li: `margin:0 0 0.4em;font-size:16px;line-height:1.9;${INK}`,
  table: 'margin:0 0 1.2em;border-collapse:collapse;width:100%',
  th: `padding:6px 8px;border:1px solid #d8d4ca;font-size:14px;text-align:left;${INK}`,
  td: `padding:6px 8px;border:1px solid #d8d4ca;font-size:14px;text-align:left;${INK}`,
  blockquote: 'margin:0 0 1.2em;padding:0.2em 0 0 1em;border-left:3px solid #1d5c42',
  hr: 'margin:1.5em 0;border:0;border-top:1px solid #d8d4ca',
  figure: 'margin:0 0 1.2em;text-align:center',
  img: 'display:block;max-width:100%;height:auto;margin:0 auto',
  figcaption: 'margin-top:0.5em;font-size:14px;line-height:1.6;color:#77726a;text-align:center',
};

/** An official account's article may not link outside: the address is written out. */
const spelledOut = ({ link, text, ...rest }: Span): Span => {
  const address = link === undefined ? null : safeLink(link);
  return { ...rest, text: address === null || address === text ? text : `${text}（${address}）` };
};
const items = (list: readonly ListItem[]): readonly ListItem[] =>
  list.map(({ spans, below }) => ({
    spans: spans.map(spelledOut),
    ...(below && { below: { ...below, items: items(below.items) } }),
  }));
const withoutLinks = (block: Block): Block => {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return { ...block, spans: block.spans.map(spelledOut) };
    case 'list':
      return { ...block, items: items(block.items) };
    case 'table': {
      const row = (cells: readonly (readonly Span[])[]) => cells.map((cell) => cell.map(spelledOut));
      return { ...block, head: block.head && row(block.head), rows: block.rows.map(row) };
    }
    case 'rule':
    case 'photo':
      return block;
  }
};

/** The inside of a page: what is to be copied, and nothing beside it. */
export const wechatHtml = ({ title, byline, blocks }: Document, picture: Drawing['picture']): string =>
  `<section><h1 style="margin:0 0 0.6em;font-size:22px;line-height:1.4;font-weight:bold;${INK}">${escapeHtml(title)}</h1>
${byline === null ? '' : `<p style="margin:0 0 1.4em;font-size:14px;line-height:1.6;color:#77726a">${escapeHtml(byline)}</p>\n`}${blocksHtml(blocks.map(withoutLinks), { picture, styles: STYLES })}</section>`;
