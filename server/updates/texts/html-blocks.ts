/**
 * The text of an HTML page as blocks: paragraphs, headings, lists, tables, quotes, pictures. Owns what each element becomes; whatever is not
 * listed here is only what stands in it, and what runs, is embedded or is asked in a form is left out.
 */
import type { Block, List, ListItem, Photo, Span } from '../../../shared/document/document.ts';
import { safeLink } from '../../../shared/document/links.ts';
import { splitCredit, withCredit } from './credit.ts';
import { elementsIn, type HtmlElement, type HtmlNode } from './html-tree.ts';
import { tidySpans } from './spans.ts';

/** A picture as the text names it; which file that is, is found elsewhere. */
export interface NamedPicture {
  readonly kind: 'picture';
  readonly source: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

export type ReadBlock = Exclude<Block, Photo> | NamedPicture;

export interface HtmlBlocks {
  readonly blocks: readonly ReadBlock[];
  /** Elements that were left out because they show something from elsewhere: films, frames, forms. */
  readonly dropped: readonly string[];
}

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'head', 'svg', 'math', 'button', 'select', 'link']);
const EMBEDDED = new Set(['iframe', 'object', 'embed', 'video', 'audio', 'form', 'canvas', 'input', 'textarea']);
const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd label mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const LEVELS: Readonly<Record<string, 2 | 3 | 4>> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 };
/** As wide as a sign in a line; no picture of an article is. */
const TINY = 40;
const DEEPEST_LIST = 6;

type Look = Omit<Span, 'text'>;

const pictureOf = (img: HtmlElement, caption: HtmlElement | null): NamedPicture | null => {
  const { src = '', alt = '', title = '', width, height } = img.attributes;
  const lazy = img.attributes['data-src'] ?? img.attributes['data-original'] ?? '';
  const source = (src === '' || src.startsWith('data:image/gif')) && lazy !== '' ? lazy : src;
  const isTiny = [width, height].some(
    (size) => size !== undefined && /^\d+(px)?$/.test(size) && parseInt(size) <= TINY,
  );
  if (source.trim() === '' || isTiny) return null;
  const sources = [withCredit(caption), splitCredit(title), splitCredit(alt)];
  const first = (of: 'caption' | 'credit'): string | null =>
    sources.map((one) => one[of]).find((words) => words !== null) ?? null;
  return { kind: 'picture', source: source.trim(), caption: first('caption'), credit: first('credit') };
};

/** Tables that only place things on a page, as old pages do. */
const placesThings = (table: HtmlElement): boolean => {
  const inside = [...elementsIn(table.children)];
  const rows = inside.filter(({ name }) => name === 'tr');
  const widest = Math.max(0, ...rows.map(({ children }) => children.filter((one) => isCell(one)).length));
  return widest < 2 || inside.some(({ name }) => /^(?:table|img|h[1-6]|ul|ol|blockquote|figure|article)$/.test(name));
};
const isCell = (node: HtmlNode): node is HtmlElement =>
  node.kind === 'element' && (node.name === 'td' || node.name === 'th');

export const blocksOfHtml = (nodes: readonly HtmlNode[]): HtmlBlocks => {
  const blocks: ReadBlock[] = [];
  const dropped: string[] = [];
  let line: Span[] = [];
  let isQuoted = false;

  const flush = (): void => {
    const spans = tidySpans(line);
    line = [];
    if (spans.length > 0) blocks.push({ kind: isQuoted ? 'quote' : 'paragraph', spans });
  };

  const linkOf = ({ attributes }: HtmlElement): string | null =>
    attributes['href'] === undefined ? null : safeLink(attributes['href']);

  const lookOf = (element: HtmlElement, look: Look): Look => {
    if (element.name === 'b' || element.name === 'strong') return { ...look, bold: true };
    if (element.name === 'i' || element.name === 'em') return { ...look, italic: true };
    const link = element.name === 'a' ? linkOf(element) : null;
    return link === null ? look : { ...look, link };
  };

  /** Words alone, for places where no block can stand: headings, cells, items. */
  const spansOf = (inside: readonly HtmlNode[], look: Look = {}): Span[] =>
    inside.flatMap((node): Span[] => {
      if (node.kind === 'text') return [{ text: node.text.replace(/\s+/g, ' '), ...look }];
      if (SILENT.has(node.name) || node.name === 'img') return [];
      if (EMBEDDED.has(node.name)) return (dropped.push(node.name), []);
      if (node.name === 'br') return [{ text: '\n', ...look }];
      const spans = spansOf(node.children, lookOf(node, look));
      return INLINE.has(node.name) ? spans : [{ text: '\n' }, ...spans, { text: '\n' }];
    });

  const listOf = (element: HtmlElement, depth: number): List => {
    const items: ListItem[] = [];
    for (const child of element.children) {
      if (child.kind === 'text') continue;
      const isList = child.name === 'ul' || child.name === 'ol';
      const inner = isList
        ? [child]
        : child.children.filter((one) => one.kind === 'element' && /^[ou]l$/.test(one.name));
      const spans = isList ? [] : tidySpans(spansOf(child.children.filter((one) => !inner.includes(one))));
      const lists =
        depth < DEEPEST_LIST ? inner.flatMap((one) => (one.kind === 'element' ? [listOf(one, depth + 1)] : [])) : [];
      const below = lists.reduce<List | undefined>(
        (all, list) => ({ ...list, items: [...(all?.items ?? []), ...list.items] }),
        undefined,
      );
      const last = items.at(-1);
      if (spans.length > 0 || below) {
        if (isList && last && !last.below && below) items[items.length - 1] = { ...last, below };
        else items.push(below ? { spans, below } : { spans });
      }
    }
    return { kind: 'list', ordered: element.name === 'ol', items };
  };

  const tableOf = (table: HtmlElement): void => {
    const rows = [...elementsIn(table.children)].filter(({ name }) => name === 'tr');
    const read = rows.map((row) => {
      const cells = row.children.filter(isCell);
      return {
        isHead: cells.length > 0 && cells.every(({ name }) => name === 'th'),
        cells: cells.flatMap((cell) => {
          const wide = Math.min(20, Math.max(1, parseInt(cell.attributes['colspan'] ?? '1') || 1));
          return [tidySpans(spansOf(cell.children)), ...Array.from({ length: wide - 1 }, () => [])];
        }),
      };
    });
    const width = Math.max(0, ...read.map(({ cells }) => cells.length));
    const even = read
      .filter(({ cells }) => cells.some((cell) => cell.length > 0))
      .map(({ cells, isHead }) => ({
        isHead,
        cells: [...cells, ...Array.from({ length: width - cells.length }, () => [])],
      }));
    const [first, ...more] = even;
    if (!first) return;
    const caption = [...elementsIn(table.children)].find(({ name }) => name === 'caption');
    if (caption) blocks.push({ kind: 'paragraph', spans: tidySpans(spansOf(caption.children)) });
    blocks.push({
      kind: 'table',
      head: first.isHead ? first.cells : null,
      rows: (first.isHead ? more : even).map(({ cells }) => cells),
    });
  };

  const figureOf = (figure: HtmlElement): void => {
    const inside = [...elementsIn(figure.children)];
    const caption = inside.find(({ name }) => name === 'figcaption') ?? null;
    const pictures = inside.filter(({ name }) => name === 'img').flatMap((img) => pictureOf(img, caption) ?? []);
    if (pictures.length > 0) blocks.push(...pictures);
    else figure.children.forEach((child) => walk(child, {}));
  };

  const element = (node: HtmlElement, look: Look): void => {
    const { name, children } = node;
    if (SILENT.has(name)) return;
    if (EMBEDDED.has(name)) return void dropped.push(name);
    if (name === 'br') return void line.push({ text: '\n', ...look });
    if (INLINE.has(name)) return children.forEach((child) => walk(child, lookOf(node, look)));
    if (name === 'img') {
      const picture = pictureOf(node, null);
      if (!picture) return;
      flush();
      return void blocks.push(picture);
    }
    flush();
    const level = LEVELS[name];
    if (level !== undefined) {
      const spans = tidySpans(spansOf(children.filter((one) => one.kind === 'text' || one.name !== 'img')));
      if (spans.length > 0) blocks.push({ kind: 'heading', level, spans });
      for (const inside of elementsIn(children)) if (inside.name === 'img') element(inside, {});
    } else if (name === 'hr') blocks.push({ kind: 'rule' });
    else if (name === 'ul' || name === 'ol') {
      const list = listOf(node, 1);
      if (list.items.length > 0) blocks.push(list);
      for (const inside of elementsIn(children)) if (inside.name === 'img') element(inside, {});
    } else if (name === 'figure') figureOf(node);
    else if (name === 'table' && !placesThings(node)) tableOf(node);
    else {
      const before = isQuoted;
      isQuoted ||= name === 'blockquote';
      children.forEach((child) => walk(child, {}));
      flush();
      isQuoted = before;
    }
  };

  const walk = (node: HtmlNode, look: Look): void => {
    if (node.kind === 'element') element(node, look);
    else line.push({ text: node.text.replace(/\s+/g, ' '), ...look });
  };

  nodes.forEach((node) => walk(node, {}));
  flush();
  return { blocks, dropped };
};
