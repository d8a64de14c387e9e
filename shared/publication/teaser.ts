/** What a list shows of a text: its first sentences as far as they fit. Owns the lengths and the cut. */
import type { Language } from '../kernel/language.ts';

/** As long as two printed lines of a list. */
const TEASER = { en: 240, 'zh-Hans': 110 } as const;

/** Whole sentences as far as they fit; the first one always, cut at a word when it alone is too long. */
export const teaserOf = (sentences: readonly string[], language: Language): string => {
  const most = TEASER[language];
  const gap = language === 'en' ? ' ' : '';
  const [first = '', ...more] = sentences;
  if (first.length > most) return `${first.slice(0, most).replace(/\s+\S*$/, '')}…`;
  let teaser = first;
  for (const sentence of more) {
    if (teaser.length + gap.length + sentence.length > most) break;
    teaser += gap + sentence;
  }
  return teaser;
};

/** Of a text whose sentences nobody has told apart: those of its first paragraph. */
export const teaserFrom = (text: string, language: Language): string => {
  const [paragraph = ''] = text.split('\n').filter((line) => line.trim() !== '');
  const sentences = paragraph
    .split(language === 'en' ? /(?<=[.!?]["”’)]?)\s+(?=["“‘(]?\p{Lu})/u : /(?<=[。！？][”’）]?)(?![”’）])/u)
    .map((sentence) => sentence.trim());
  return teaserOf(
    sentences.filter((sentence) => sentence !== ''),
    language,
  );
};
