/** Addresses of the public pages. Owns their spelling; everything here is a path, `Site` makes it whole. */
import type { FileId, PublicationId } from '../../../shared/kernel/ids.ts';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import type { PictureSize } from '../../ports/updates.ts';

/** Where this installation is reached. */
export interface Site {
  readonly base: string;
}

export const LIST = '/updates';

export const articlePath = (slug: string): string => `${LIST}/${encodeURIComponent(slug)}`;
export const besidePath = (slug: string, name: string): string => `${articlePath(slug)}/${name}`;
export const picturePath = (publication: PublicationId, file: FileId, size: PictureSize): string =>
  `${LIST}/pictures/${publication}/${file}/${size}`;

/** What a reader asked the list for, as the address says it. */
export interface ListAsk {
  readonly language: Language;
  readonly q: string;
  readonly programme: string;
  readonly theme: string;
  readonly year: number | null;
  readonly edition: Language | null;
  readonly page: number;
}

export const listPath = (ask: Partial<ListAsk>): string => {
  const parameters = new URLSearchParams();
  const put = (name: string, value: string | number | null | undefined): void => {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  };
  put('language', ask.language);
  put('q', ask.q);
  put('programme', ask.programme);
  put('theme', ask.theme);
  put('year', ask.year);
  put('edition', ask.edition);
  put('page', ask.page === 1 ? null : ask.page);
  const query = parameters.toString();
  return query === '' ? LIST : `${LIST}?${query}`;
};

/** The interface's language from what a browser prefers: any Chinese is met with simplified Chinese. */
export const preferredLanguage = (acceptLanguage: string | undefined): Language => {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part, at) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((one) => /^\s*q=([\d.]+)/.exec(one)?.[1]).find((one) => one !== undefined);
      return { tag: tag.toLowerCase(), weight: weight === undefined ? 1 : Number(weight), at };
    })
    .filter(({ tag, weight }) => /^(zh|en)\b/.test(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.at - b.at)[0];
  return wanted?.tag.startsWith('zh') ? LANGUAGES[1] : LANGUAGES[0];
};
