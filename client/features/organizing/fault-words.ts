/** The words for a No about organizing, else the usual ones. Kept apart so that lighter pages do not carry them. */
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { organizingArea, type OrganizingPhrase } from '../../../shared/languages/areas/organizing.ts';
import type { ApiFault } from '../../connection/http.ts';
import { wordsOfFault } from '../faults.ts';

const isOwn = (code: string): code is OrganizingPhrase & `planning/${string}` =>
  code.startsWith('planning/') && Object.hasOwn(organizingArea.en, code);

export const organizingFault = (fault: ApiFault, language: Language): string =>
  isOwn(fault.code) ? say(organizingArea, language, fault.code) : wordsOfFault(fault, language);
