/** The page of one update in one language: the article, its corrections, how to pass it on, what is related. Owns what it shows. */
import type { Language } from '../../../shared/kernel/language.ts';
import { textIn } from '../../../shared/kernel/language.ts';
import { blocksHtml, type DrawnPicture } from '../../../shared/document/renderers/blocks-html.ts';
import type { Photo } from '../../../shared/document/document.ts';
import { photosOf } from '../../../shared/document/text.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { updatesArea } from '../../../shared/languages/areas/updates.ts';
import { isoDay, writtenDay } from '../../../shared/publication/days.ts';
import { languagesOf, type Edition, type Publication } from '../../../shared/publication/publication.ts';
import type { PublicLine, ShelvedPicture } from '../../ports/updates.ts';
import { articlePath, listPath, picturePath, type Site } from './addresses.ts';
import { frame } from './layout.ts';
import { dataBlock, markup, trusted, type Markup } from './markup.ts';
import { shareRow } from './share-row.ts';

export interface ArticlePage {
  readonly site: Site;
  readonly publication: Publication;
  readonly language: Language;
  readonly edition: Edition;
  readonly pictures: readonly ShelvedPicture[];
  readonly related: readonly PublicLine[];
  /** Names of what is to be had beside it. */
  readonly beside: readonly string[];
  /** Where WeChat's script is to be had, when this installation has an account there. */
  readonly wechatScript: string | null;
}

const LOCALES: Readonly<Record<Language, string>> = { en: 'en_US', 'zh-Hans': 'zh_CN' };

/** The picture as a page shows it, with its measures, so that nothing moves while it loads. */
const pictureOn =
  (publication: Publication, pictures: readonly ShelvedPicture[]) =>
  ({ file }: Photo): DrawnPicture | null => {
    const shelved = pictures.find((one) => one.file === file);
    if (file === null || !shelved) return null;
    const at = (size: 'small' | 'medium'): string => picturePath(publication.id, file, size);
    const { width, height } = shelved;
    return { src: at('medium'), srcset: `${at('small')} 640w, ${at('medium')} 1280w`, width, height };
  };

export const articlePage = (page: ArticlePage): string => {
  const { site, publication, language, edition, pictures } = page;
  const { timeZone, publishedAt, revisedAt, corrections, programme, themes } = publication;
  const t = (key: keyof (typeof updatesArea)['en'], values?: Values): string => say(updatesArea, language, key, values);
  const slug = publication.slugs[language] ?? '';
  const path = articlePath(slug);
  const url = site.base + path;
  const at = publishedAt ?? publication.createdAt;
  const first = photosOf(edition.blocks).find(({ file }) => pictures.some((one) => one.file === file))?.file ?? null;
  const card = first === null ? null : site.base + picturePath(publication.id, first, 'card');
  const alternates = Object.fromEntries(
    languagesOf(publication).map((one) => [one, articlePath(publication.slugs[one] ?? '')]),
  );
  const property = (name: string, content: string | null): Markup | null =>
    content === null ? null : markup`<meta property="${name}" content="${content}">\n`;

  const head = markup`${property('og:type', 'article')}${property('og:title', edition.headline)}${property('og:description', edition.teaser)}${property('og:url', url)}${property('og:locale', LOCALES[language])}${property('og:site_name', t('title'))}${property('og:image', card)}${property('article:published_time', new Date(at).toISOString())}${property('article:modified_time', revisedAt === null ? null : new Date(revisedAt).toISOString())}<meta name="twitter:card" content="${card === null ? 'summary' : 'summary_large_image'}">
${page.wechatScript === null ? null : markup`<meta name="plenary-wechat" content="${page.wechatScript}">`}
${dataBlock({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: edition.headline,
  description: edition.teaser,
  inLanguage: language,
  url,
  mainEntityOfPage: url,
  datePublished: new Date(at).toISOString(),
  dateModified: new Date(revisedAt ?? at).toISOString(),
  ...(card !== null && { image: [card] }),
  ...(edition.authors !== null && { author: { '@type': 'Person', name: edition.authors } }),
  ...(themes.length > 0 && { keywords: themes.map(({ name }) => textIn(name, language)).join(', ') }),
})}`;

  const written = blocksHtml(edition.blocks, { picture: pictureOn(publication, pictures) });
  const terms: readonly Markup[] = [
    ...(programme === null
      ? []
      : [
          markup`<a href="${listPath({ language, programme: programme.key })}">${textIn(programme.name, language)}</a>`,
        ]),
    ...themes.map(
      ({ key, name }) => markup`<a href="${listPath({ language, theme: key })}">${textIn(name, language)}</a>`,
    ),
  ];
  const main = markup`<article>
<h1>${edition.headline}</h1>
<p class="meta"><time datetime="${isoDay(at, timeZone)}">${writtenDay(at, timeZone, language)}</time>${edition.authors === null ? null : markup` · ${edition.authors}`}${terms.map((term) => markup` · ${term}`)}${revisedAt === null ? null : markup` · ${t('revised', { day: writtenDay(revisedAt, timeZone, language) })}`}</p>
<div class="text" lang="${language}">
${trusted(written)}
</div>
${
  corrections.length === 0
    ? null
    : markup`<aside><h2>${t('corrections')}</h2>${corrections.map((one) => markup`<p>${writtenDay(one.at, timeZone, language)}${language === 'en' ? ': ' : '：'}${textIn(one.text, language)}</p>`)}</aside>`
}
</article>
${shareRow({ language, slug, headline: edition.headline, teaser: edition.teaser, url, card, beside: page.beside })}
${
  page.related.length === 0
    ? null
    : markup`<nav class="related" aria-label="${t('related')}"><h2>${t('related')}</h2><ul>${page.related.map(
        (line) =>
          markup`<li><a href="${articlePath(line.slugs[line.language] ?? '')}" lang="${line.language}">${line.headline}</a><span class="meta">${writtenDay(line.publishedAt, line.timeZone, language)}</span></li>`,
      )}</ul></nav>`
}`;
  return frame({
    site,
    language,
    title: edition.headline,
    description: edition.teaser,
    canonical: path,
    alternates,
    head,
    main,
    hasScript: true,
  });
};
