/** Feeds and the site map: the newest updates for programs that read them. Owns their forms. */
import { Feed } from 'feed';
import { escapeHtml } from '../../../shared/document/renderers/escape.ts';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { updatesArea } from '../../../shared/languages/areas/updates.ts';
import type { PublicLine } from '../../ports/updates.ts';
import { articlePath, LIST, listPath, picturePath, type Site } from './addresses.ts';

export type FeedKind = 'rss.xml' | 'atom.xml' | 'feed.json';

export const FEED_TYPES: Readonly<Record<FeedKind, string>> = {
  'rss.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
};

/** No program may stumble over a character that XML does not know. */
const fit = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

export const feedOf = (site: Site, language: Language, kind: FeedKind, lines: readonly PublicLine[]): string => {
  const title = say(updatesArea, language, 'title');
  const list = site.base + listPath({ language });
  const newest = lines.map((line) => line.revisedAt ?? line.publishedAt).reduce((a, b) => Math.max(a, b), 0);
  const feed = new Feed({
    title,
    description: say(updatesArea, language, 'about'),
    id: list,
    link: list,
    language,
    updated: new Date(newest),
    generator: 'Plenary',
    copyright: '',
    feedLinks: {
      rss: `${site.base}${LIST}/rss.xml?language=${language}`,
      atom: `${site.base}${LIST}/atom.xml?language=${language}`,
      json: `${site.base}${LIST}/feed.json?language=${language}`,
    },
  });
  // RSS and Atom readers take title and summary for HTML, JSON ones for text.
  const text = (words: string): string => (kind === 'feed.json' ? fit(words) : escapeHtml(fit(words)));
  for (const line of lines) {
    const link = site.base + articlePath(line.slugs[line.language] ?? '');
    feed.addItem({
      title: text(line.headline),
      id: link,
      link,
      description: text(line.teaser),
      date: new Date(line.revisedAt ?? line.publishedAt),
      published: new Date(line.publishedAt),
      ...(line.picture !== null && { image: site.base + picturePath(line.id, line.picture, 'card') }),
    });
  }
  if (kind === 'rss.xml') return feed.rss2();
  return kind === 'atom.xml' ? feed.atom1() : feed.json1();
};

/** Every public page in every language it has, each naming the others. */
export const siteMap = (site: Site, lines: readonly PublicLine[]): string => {
  const whole = (path: string): string => escapeHtml(site.base + path);
  const urls = lines.flatMap((line) => {
    const versions = LANGUAGES.flatMap((language) => {
      const slug = line.slugs[language];
      return slug === undefined ? [] : [{ language, address: whole(articlePath(slug)) }];
    });
    const others = versions
      .map(({ language, address }) => `<xhtml:link rel="alternate" hreflang="${language}" href="${address}"/>`)
      .join('');
    const day = new Date(line.revisedAt ?? line.publishedAt).toISOString();
    return versions.map(({ address }) => `<url><loc>${address}</loc><lastmod>${day}</lastmod>${others}</url>`);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
<url><loc>${whole(LIST)}</loc></url>
${urls.join('\n')}
</urlset>
`;
};

/** Rooms, drafts and the interface behind them are nobody's to list. */
export const robots = (site: Site): string =>
  `User-agent: *\nAllow: /updates\nDisallow: /api/\nDisallow: /w/\n\nSitemap: ${site.base}/sitemap.xml\n`;
