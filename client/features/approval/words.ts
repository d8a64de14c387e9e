/** The words for what the server says of approvals. Owns the choice; the phrases stand in the catalogue. */
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { approvalsArea, type ApprovalsPhrase } from '../../../shared/languages/areas/approvals.ts';
import type { ApiFault } from '../../connection/http.ts';
import { wordsOfFault } from '../faults.ts';

const isPhrase = (key: string): key is ApprovalsPhrase => Object.hasOwn(approvalsArea.en, key);

export const wordsOfApprovalFault = (fault: Pick<ApiFault, 'code'>, language: Language): string =>
  isPhrase(fault.code) ? say(approvalsArea, language, fault.code) : wordsOfFault(fault, language);
