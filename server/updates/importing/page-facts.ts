/** What an HTML page says of itself: title, day, summary, language, and where its article stands. Owns where such things are written. */
import { elementsIn, textOfNodes, type HtmlElement, type HtmlNode } from '../texts/html-tree.ts';

export interface PageFacts {
  readonly title: string | null;
  /** Texts in which a day may stand, the surest first. */
  readonly days: readonly string[];
  readonly summary: string | null;
  readonly authors: string | null;
  readonly language: string | null;
  readonly section: string | null;
  readonly tags: readonly string[];
  readonly canonical: string | null;
  /** The article without the page around it. */
  readonly content: readonly HtmlNode[];
}

const DAYS =
  'article:published_time og:published_time datepublished dc.date.issued dcterms.issued dc.date dcterms.date date pubdate publishdate publish-date publish_date publication_date'.split(
    ' ',
  );
const AROUND = new Set(['nav', 'footer', 'aside', 'header', 'form', 'script', 'style']);

const withoutAround = (nodes: readonly HtmlNode[], isInside: boolean): readonly HtmlNode[] =>
  nodes.flatMap((node): readonly HtmlNode[] => {
    if (node.kind === 'text') return [node];
    // An article's own header holds its title; one of the page holds the page's name.
    if (node.name === 'header' && isInside) return [{ ...node, children: withoutAround(node.children, true) }];
    if (AROUND.has(node.name)) return [];
    return [{ ...node, children: withoutAround(node.children, isInside) }];
  });

/** "First workshop held | The Foundation": what many pages share is no title. */
const bareTitle = (title: string): string => title.replace(/\s+[|–—_-]\s+[^|–—_]{2,60}$/, '').trim() || title;

const isWithout = (node: HtmlElement, of: HtmlElement): boolean => node === of;
const without = (nodes: readonly HtmlNode[], gone: HtmlElement): readonly HtmlNode[] =>
  nodes.flatMap((node): readonly HtmlNode[] => {
    if (node.kind === 'text') return [node];
    if (isWithout(node, gone)) return [];
    return [{ ...node, children: without(node.children, gone) }];
  });

const publishedIn = (scripts: readonly HtmlElement[]): readonly string[] =>
  scripts.flatMap((script) => {
    const text = script.children.map((one) => (one.kind === 'text' ? one.text : '')).join('');
    const [, day] = /"datePublished"\s*:\s*"([^"]{4,40})"/.exec(text) ?? [];
    return day === undefined ? [] : [day];
  });

export const pageFacts = (tree: readonly HtmlNode[]): PageFacts => {
  const all = [...elementsIn(tree)];
  const named = (name: string): readonly HtmlElement[] => all.filter((one) => one.name === name);
  const metas = new Map<string, string>();
  for (const { attributes } of named('meta')) {
    const name = (attributes['property'] ?? attributes['name'] ?? attributes['itemprop'] ?? '').toLowerCase();
    const content = attributes['content']?.trim() ?? '';
    if (name !== '' && content !== '' && !metas.has(name)) metas.set(name, content);
  }
  const meta = (...names: readonly string[]): string | null =>
    names.map((name) => metas.get(name)).find((content) => content !== undefined) ?? null;

  const main = all.find(({ name, attributes }) => name === 'main' || attributes['role'] === 'main');
  const articles = named('article');
  const article = articles.length === 1 ? articles[0] : undefined;
  const root = article ?? main ?? named('body')[0];
  const around = withoutAround(root?.children ?? tree, article !== undefined);
  const heading = [...elementsIn(around)].find(({ name }) => name === 'h1');
  const times = [...elementsIn(article ? article.children : tree)].filter(({ name }) => name === 'time');
  const marked = all.filter(
    ({ name, attributes }) =>
      attributes['itemprop'] === 'datePublished' ||
      (/^(?:span|p|div|li|em|i|td)$/.test(name) &&
        /\b(?:date|time|pubdate|published|posted|riqi)\b/i.test(attributes['class'] ?? '')),
  );
  const title = heading ? textOfNodes(heading.children) : '';
  const [pageTitle] = named('title');
  return {
    title:
      title || meta('og:title', 'dc.title') || (pageTitle ? bareTitle(textOfNodes(pageTitle.children)) : '') || null,
    days: [
      ...DAYS.flatMap((name) => metas.get(name) ?? []),
      ...publishedIn(named('script').filter(({ attributes }) => attributes['type'] === 'application/ld+json')),
      ...times.map(({ attributes, children }) => attributes['datetime'] ?? textOfNodes(children)),
      ...marked.map(({ attributes, children }) => attributes['content'] ?? textOfNodes(children).slice(0, 100)),
    ],
    summary: meta('description', 'og:description', 'dc.description'),
    authors: meta('author', 'article:author', 'dc.creator'),
    language: named('html')[0]?.attributes['lang'] ?? meta('og:locale', 'content-language'),
    section: meta('article:section'),
    tags: named('meta').flatMap(({ attributes }) =>
      attributes['property'] === 'article:tag' ? (attributes['content'] ?? []) : [],
    ),
    canonical: named('link').find(({ attributes }) => attributes['rel'] === 'canonical')?.attributes['href'] ?? null,
    content: heading ? without(around, heading) : around,
  };
};
