/** In which language a line was written, by its letters. Names of the other script inside a line don't change its language. */
import type { Language } from '../kernel/language.ts';

/** True also for a line without letters, which fits both. */
export const isInLanguage = (text: string, language: Language): boolean => {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[A-Za-z][A-Za-z'’-]*/g)?.length ?? 0;
  if (han === 0 && words === 0) return true;
  return language === 'zh-Hans' ? han > words : words >= han && words > 0;
};
