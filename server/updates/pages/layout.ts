/** The frame of every public page: head, name, languages, footer. Must not know what stands in it. */
import type { Language } from '../../../shared/kernel/language.ts';
import { LANGUAGES } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { updatesArea } from '../../../shared/languages/areas/updates.ts';
import { LIST, listPath, type Site } from './addresses.ts';
import { markup, type Markup } from './markup.ts';
import { stylePath } from './style.ts';

const NAMES: Readonly<Record<Language, string>> = { en: 'English', 'zh-Hans': '中文' };

export interface Framed {
  readonly site: Site;
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  /** The path of this page; null where there is none worth keeping, such as results of a search. */
  readonly canonical: string | null;
  /** The same page in other languages: path by language. */
  readonly alternates: { readonly [L in Language]?: string };
  readonly head?: Markup;
  readonly main: Markup;
  /** Wants the share row's script. */
  readonly hasScript?: boolean;
}

export const frame = (page: Framed): string => {
  const { site, language, title, description, canonical, alternates } = page;
  const t = (key: keyof (typeof updatesArea)['en']): string => say(updatesArea, language, key);
  const absolute = (path: string): string => site.base + path;
  const others = LANGUAGES.filter((one) => alternates[one] !== undefined);
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${description}">
${canonical === null ? markup`<meta name="robots" content="noindex, follow">` : markup`<link rel="canonical" href="${absolute(canonical)}">`}
${others.length < 2 ? null : others.map((one) => markup`<link rel="alternate" hreflang="${one}" href="${absolute(alternates[one] ?? '')}">\n`)}<link rel="alternate" type="application/rss+xml" title="${t('title')} (RSS)" href="${LIST}/rss.xml?language=${language}">
<link rel="alternate" type="application/atom+xml" title="${t('title')} (Atom)" href="${LIST}/atom.xml?language=${language}">
<link rel="alternate" type="application/feed+json" title="${t('title')} (JSON)" href="${LIST}/feed.json?language=${language}">
<link rel="icon" type="image/svg+xml" href="${LIST}/icon.svg">
<link rel="stylesheet" href="${stylePath}">
${page.head}
${page.hasScript ? markup`<script src="${LIST}/share.js" defer></script>` : null}
</head>
<body>
<a class="skip" href="#main">${t('skip')}</a>
<header class="top">
<p class="name"><a href="/">${t('home')}</a><span aria-hidden="true">/</span><a href="${listPath({ language })}">${t('title')}</a></p>
${
  others.length < 2
    ? null
    : markup`<nav aria-label="${t('edition')}">${others.map((one) =>
        one === language
          ? markup`<span aria-current="true" lang="${one}">${NAMES[one]}</span>`
          : markup`<a lang="${one}" hreflang="${one}" href="${alternates[one]}">${NAMES[one]}</a>`,
      )}</nav>`
}
</header>
<main id="main">
${page.main}
</main>
<footer><p>${t('feeds')}: <a href="${LIST}/rss.xml?language=${language}">RSS</a> · <a href="${LIST}/atom.xml?language=${language}">Atom</a> · <a href="${LIST}/feed.json?language=${language}">JSON</a></p></footer>
</body>
</html>
`.html;
};
