/** "3rd", "第 3 位": a place in a row, in words of the language. */
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { floorArea } from '../../../shared/languages/areas/floor.ts';

export const ordinal = (n: number, language: Language): string => {
  const form = new Intl.PluralRules(language, { type: 'ordinal' }).select(n);
  return say(floorArea, language, `ordinal.${form}`, { n });
};
