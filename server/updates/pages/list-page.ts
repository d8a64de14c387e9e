/** The list of program updates: search, filters, lines, pages. Owns what a list shows; what was found is given. */
import type { Language } from '../../../shared/kernel/language.ts';
import { LANGUAGES, textIn } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { updatesArea } from '../../../shared/languages/areas/updates.ts';
import { isoDay, writtenDay } from '../../../shared/publication/days.ts';
import type { Term } from '../../../shared/publication/publication.ts';
import type { PublicLine, PublicTerms } from '../../ports/updates.ts';
import { excerpt, highlight, type Piece } from '../../search/highlight.ts';
import type { SearchQuery } from '../../search/query.ts';
import { articlePath, listPath, picturePath, type ListAsk, type Site } from './addresses.ts';
import { frame } from './layout.ts';
import { markup, type Markup } from './markup.ts';

export interface ListPage {
  readonly site: Site;
  readonly ask: ListAsk;
  readonly query: SearchQuery | null;
  readonly lines: readonly PublicLine[];
  readonly total: number;
  readonly pageSize: number;
  readonly terms: PublicTerms;
}

const EXCERPT = { en: 220, 'zh-Hans': 110 } as const;
const NAMES: Readonly<Record<Language, string>> = { en: 'English', 'zh-Hans': '中文' };

const drawn = (pieces: readonly Piece[]): readonly Markup[] =>
  pieces.map(({ text, isFound }) => (isFound ? markup`<mark>${text}</mark>` : markup`${text}`));

const lineOf = (line: PublicLine, language: Language, query: SearchQuery | null): Markup => {
  const href = articlePath(line.slugs[line.language] ?? '');
  const other = line.language === language ? null : say(updatesArea, language, 'inThisLanguage');
  const found = query && excerpt(line.text, query, EXCERPT[line.language]);
  const lang = line.language === language ? null : markup` lang="${line.language}"`;
  return markup`<li>
<div class="words">
<p class="day"><time datetime="${isoDay(line.publishedAt, line.timeZone)}">${writtenDay(line.publishedAt, line.timeZone, language)}</time>${other === null ? null : markup` · ${other}`}</p>
<h2${lang}><a href="${href}">${query ? drawn(highlight(line.headline, query)) : line.headline}</a></h2>
<p${lang}>${found ? drawn(found) : query ? drawn(highlight(line.teaser, query)) : line.teaser}</p>
</div>
${line.picture === null ? null : markup`<img src="${picturePath(line.id, line.picture, 'small')}" alt="" width="192" height="128" loading="lazy">`}
</li>
`;
};

export const listPage = (page: ListPage): string => {
  const { site, ask, query, lines, total, pageSize, terms } = page;
  const { language } = ask;
  const t = (key: keyof (typeof updatesArea)['en'], values?: Values): string => say(updatesArea, language, key, values);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const isFiltered =
    ask.q !== '' || ask.programme !== '' || ask.theme !== '' || ask.year !== null || ask.edition !== null;

  const select = (
    name: string,
    label: string,
    chosen: string,
    options: readonly { readonly value: string; readonly words: string }[],
  ): Markup | null =>
    options.length === 0
      ? null
      : markup`<p><label for="${name}">${label}</label><select id="${name}" name="${name}"><option value="">${t('all')}</option>${options.map(
          ({ value, words }) =>
            markup`<option value="${value}"${value === chosen ? markup` selected` : null}>${words}</option>`,
        )}</select></p>`;
  const termOptions = (from: readonly Term[]) =>
    from
      .map(({ key, name }) => ({ value: key, words: textIn(name, language) }))
      .sort((a, b) => a.words.localeCompare(b.words, language));

  const form = markup`<form class="find" action="/updates" method="get" role="search">
<input type="hidden" name="language" value="${language}">
<div class="row"><input type="search" name="q" value="${ask.q}" maxlength="200" aria-label="${t('search')}" placeholder="${t('search')}"><button class="primary">${t('searchButton')}</button></div>
<div class="filters">
${select('programme', t('programme'), ask.programme, termOptions(terms.programmes))}
${select('theme', t('theme'), ask.theme, termOptions(terms.themes))}
${select(
  'year',
  t('year'),
  ask.year === null ? '' : String(ask.year),
  terms.years.map((year) => ({ value: String(year), words: String(year) })),
)}
${select(
  'edition',
  t('edition'),
  ask.edition ?? '',
  LANGUAGES.map((one) => ({ value: one, words: NAMES[one] })),
)}
<button>${t('filter')}</button>
</div>
</form>`;

  const main = markup`<h1>${t('title')}</h1>
<p class="about">${t('about')}</p>
${total === 0 && !isFiltered ? null : form}
${
  total === 0
    ? markup`<p class="none" role="status">${t(isFiltered ? 'noneFound' : 'none')}${isFiltered ? markup` <a href="${listPath({ language })}">${t('clear')}</a>` : null}</p>`
    : markup`<p class="count" role="status">${ask.q === '' ? t('found', { count: total }) : t('foundFor', { count: total, words: ask.q })}${isFiltered ? markup` · <a href="${listPath({ language })}">${t('clear')}</a>` : null}</p>
<ol class="lines">
${lines.map((line) => lineOf(line, language, query))}</ol>`
}
${
  pages === 1
    ? null
    : markup`<nav class="pages" aria-label="${t('pages')}">
${ask.page > 1 ? markup`<a rel="prev" href="${listPath({ ...ask, page: ask.page - 1 })}">← ${t('newer')}</a>` : markup`<span></span>`}
<span>${t('page', { page: ask.page, pages })}</span>
${ask.page < pages ? markup`<a rel="next" href="${listPath({ ...ask, page: ask.page + 1 })}">${t('older')} →</a>` : markup`<span></span>`}
</nav>`
}`;
  const alternates = Object.fromEntries(LANGUAGES.map((one) => [one, listPath({ ...ask, language: one })]));
  return frame({
    site,
    language,
    title: ask.q === '' ? t('title') : `${ask.q} · ${t('title')}`,
    description: t('about'),
    canonical: isFiltered ? null : listPath({ language, page: ask.page }),
    alternates,
    main,
  });
};
