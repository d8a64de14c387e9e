/** The words for a No about an entry: the directory's own where it has them. */
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { directoryEntryArea, type EntryPhrase } from '../../../shared/languages/areas/directory-entry.ts';
import type { ApiFault } from '../../connection/http.ts';
import { wordsOfFault } from '../faults.ts';

const isOwn = (code: string): code is EntryPhrase => code.includes('/') && Object.hasOwn(directoryEntryArea.en, code);

export const entryFault = (fault: Pick<ApiFault, 'code'>, language: Language): string =>
  isOwn(fault.code) ? say(directoryEntryArea, language, fault.code) : wordsOfFault(fault, language);
