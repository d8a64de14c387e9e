/** The languages Plenary speaks, and text that exists in one or both of them. Must not know the catalogue. */
export const LANGUAGES = ['en', 'zh-Hans'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text as given in either language; at least one is present (the schema at the border sees to it). */
export interface LocalText {
  readonly en?: string;
  readonly 'zh-Hans'?: string;
}

/** The text in the wanted language, else in the other: a fact is shown as it was given rather than not at all. */
export const textIn = (text: LocalText, language: Language): string =>
  text[language] ?? (language === 'en' ? text['zh-Hans'] : text.en) ?? '';

/** The text in every language it was given in. */
export const textsOf = (text: LocalText | undefined): readonly string[] =>
  LANGUAGES.flatMap((language) => text?.[language] ?? []);
