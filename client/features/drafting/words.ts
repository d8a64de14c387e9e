/** The words for what the server says of drafts and approvals. Owns the choice; the phrases stand in the catalogue. */
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { draftingArea, type DraftingPhrase } from '../../../shared/languages/areas/drafting.ts';
import type { ApiFault } from '../../connection/http.ts';
import { wordsOfFault } from '../faults.ts';

const isPhrase = (key: string): key is DraftingPhrase => Object.hasOwn(draftingArea.en, key);

export const wordsOfDraftFault = (fault: Pick<ApiFault, 'code'>, language: Language): string =>
  isPhrase(fault.code) ? say(draftingArea, language, fault.code) : wordsOfFault(fault, language);
