/** The words for a No about accounts: their own, else those of every page. */
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { accountFaultsArea } from '../../../shared/languages/areas/account-faults.ts';
import { wordsOfFault } from '../faults.ts';

const isOwn = (code: string): code is keyof (typeof accountFaultsArea)['en'] =>
  Object.hasOwn(accountFaultsArea.en, code);

export const accountFaultWords = (code: string, language: Language): string =>
  isOwn(code) ? say(accountFaultsArea, language, code) : wordsOfFault({ code }, language);
