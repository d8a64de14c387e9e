/**
 * The language catalogue's grammar: an area is one region's phrases in every language; a missing key is a compile error.
 * Owns filling in values and plurals; must not know where phrases are shown. Areas are separate modules so that a page loads only its own.
 */
import { type Language } from '../kernel/language.ts';

export type Area<Key extends string = string> = { readonly [L in Language]: Readonly<Record<Key, string>> };

export type Values = Readonly<Record<string, string | number>>;

/** Declares an area; the Chinese side must have exactly the English side's keys. */
export const area = <Key extends string>(
  en: Readonly<Record<Key, string>>,
  zhHans: Readonly<Record<NoInfer<Key>, string>>,
): Area<Key> => ({
  en,
  'zh-Hans': zhHans,
});

const PLACEHOLDER = /\{(\w+)(?::([^{}|]*)\|([^{}]*))?\}/g;

/**
 * Fills a phrase: `{name}` is the value, `{count:item|items}` picks by the language's plural rule (first form for "one").
 * A value that is missing stays visible as its name, so that it is noticed rather than silently dropped.
 */
const fill = (phrase: string, language: Language, values: Values = {}): string =>
  phrase.replace(PLACEHOLDER, (whole, name: string, one: string | undefined, other: string | undefined) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (one === undefined || other === undefined) return String(value);
    return new Intl.PluralRules(language).select(Number(value)) === 'one' ? one : other;
  });

/** The phrase of an area in a language, filled. */
export const say = <Key extends string>(from: Area<Key>, language: Language, key: Key, values?: Values): string =>
  fill(from[language][key], language, values);
