/** Points in time in words: in the reader's own zone, and in the event's where that is another. Must not know what happens then. */
import type { Language } from '../../shared/kernel/language.ts';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', 'zh-Hans': 'zh-CN' };

const written = (at: number, language: Language, timeZone?: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(timeZone !== undefined && { timeZone }),
  }).format(at);

/** `at` in ms since 1970; `there` is null when the event's zone reads the same as the reader's. */
export const whenIn = (
  at: number,
  timeZone: string,
  language: Language,
): { readonly here: string; readonly there: string | null } => {
  const here = written(at, language);
  const there = written(at, language, timeZone);
  return { here, there: there === here ? null : there };
};

export const dayOf = (at: number, language: Language): string => written(at, language);

export const clockOf = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { hour: '2-digit', minute: '2-digit' }).format(at);
