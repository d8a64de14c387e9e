/** The language of the interface: chosen, remembered, from the browser at first. Owns the signal; areas of phrases are imported where shown. */
import { signal } from '@lit-labs/signals';
import { LANGUAGES, type Language } from '../../shared/kernel/language.ts';
import type { Readable } from '../connection/signals.ts';
import { recall, remember } from './memory.ts';

const KEY = 'plenary.language';

/** Any kind of Chinese the browser asks for is met with simplified Chinese before English. */
export const languageFrom = (wanted: readonly string[]): Language => {
  const first = wanted.find((tag) => /^(zh|en)\b/i.test(tag));
  return first !== undefined && /^zh/i.test(first) ? 'zh-Hans' : 'en';
};

const chosen = (): Language => {
  const kept = recall(KEY);
  return LANGUAGES.find((language) => language === kept) ?? languageFrom(globalThis.navigator?.languages ?? []);
};

const current$ = signal<Language>(chosen());

export const language$: Readable<Language> = current$;

export const showLanguage = (language: Language): void => {
  document.documentElement.lang = language;
};

export const chooseLanguage = (language: Language): void => {
  remember(KEY, language);
  current$.set(language);
  showLanguage(language);
};
