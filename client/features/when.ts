/** Points in time in short, as the reader's own clock shows them. In both zones they are written by in-both-zones.ts. */
import type { Language } from '../../shared/kernel/language.ts';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', 'zh-Hans': 'zh-CN' };

const written = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeStyle: 'short' }).format(at);

export const dayOf = (at: number, language: Language): string => written(at, language);

export const clockOf = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { hour: '2-digit', minute: '2-digit' }).format(at);
