/** The row by which an article is passed on: addresses of other sites with nothing of theirs on our page, a QR code, downloads. */
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { updatesArea } from '../../../shared/languages/areas/updates.ts';
import { besidePath } from './addresses.ts';
import { markup, type Markup } from './markup.ts';

export interface Shared {
  readonly language: Language;
  readonly slug: string;
  readonly headline: string;
  readonly teaser: string;
  /** The whole address of the article. */
  readonly url: string;
  /** The whole address of a picture for sites that show one. */
  readonly card: string | null;
  /** Names of the files that are to be had. */
  readonly beside: readonly string[];
}

const outside = (address: string, values: Readonly<Record<string, string>>): string =>
  `${address}?${new URLSearchParams(values).toString()}`;

/** Mail programs read %20, not +. */
const mail = (subject: string, body: string): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;

export const shareRow = ({ language, slug, headline, teaser, url, card, beside }: Shared): Markup => {
  const t = (key: keyof (typeof updatesArea)['en']): string => say(updatesArea, language, key);
  const link = (href: string, words: string): Markup =>
    markup`<li><a href="${href}" rel="noopener noreferrer external" target="_blank">${words}</a></li>`;
  const weibo = outside('https://service.weibo.com/share/share.php', {
    url,
    title: headline,
    ...(card !== null && { pic: card }),
  });
  const file = (name: string, words: string): Markup | null =>
    beside.includes(name) ? markup`<li><a href="${besidePath(slug, name)}" download>${words}</a></li>` : null;
  return markup`<section class="share" aria-label="${t('share')}">
<h2>${t('share')}</h2>
<ul>
<li><a href="${mail(headline, `${teaser}\n\n${url}`)}">${t('email')}</a></li>
${link(weibo, t('weibo'))}
${link(outside('https://www.linkedin.com/sharing/share-offsite/', { url }), t('linkedin'))}
${link(outside('https://x.com/intent/post', { url, text: headline }), t('x'))}
<li><a href="${besidePath(slug, 'wechat.html')}" data-copy-rich>${t('official')}</a></li>
</ul>
<details><summary>${t('wechat')}</summary><img src="${besidePath(slug, 'qr.svg')}" width="176" height="176" loading="lazy" alt="${t('qrOf')}"><p class="meta">${t('wechatHint')}</p></details>
<label for="address">${t('link')}</label>
<div class="row"><input id="address" readonly value="${url}"><button type="button" data-copy="address" data-done="${t('copied')}" hidden>${t('copy')}</button></div>
<h2>${t('download')}</h2>
<ul>
${file('article.docx', 'DOCX')}
${file('article.pdf', 'PDF')}
${file('article.html', 'HTML')}
${file('article.md', 'Markdown')}
${file('newsroom.zip', t('newsroom'))}
</ul>
</section>`;
};
