/** The words for a No about programs: their own, else those of accounts. */
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { programsArea } from '../../../shared/languages/areas/programs.ts';
import { accountFaultWords } from '../account/fault-words.ts';

const isOwn = (code: string): code is keyof (typeof programsArea)['en'] => Object.hasOwn(programsArea.en, code);

export const programsFaultWords = (code: string, language: Language): string =>
  isOwn(code) ? say(programsArea, language, code) : accountFaultWords(code, language);
