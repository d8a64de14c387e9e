/** Why something in the audit log was refused, in words: from wherever a No has its own. Owns the list of those; much to carry, so it comes after the page. */
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Area } from '../../../shared/languages/area.ts';
import { auditArea } from '../../../shared/languages/areas/audit.ts';
import { accountFaultsArea } from '../../../shared/languages/areas/account-faults.ts';
import { approvalsArea } from '../../../shared/languages/areas/approvals.ts';
import { directoryEntryArea } from '../../../shared/languages/areas/directory-entry.ts';
import { directoryArea } from '../../../shared/languages/areas/directory.ts';
import { draftingArea } from '../../../shared/languages/areas/drafting.ts';
import { publicationsArea } from '../../../shared/languages/areas/publications.ts';
import { connectionArea } from '../../../shared/languages/areas/connection.ts';
import { refusals } from '../../../shared/languages/areas/refusals.ts';

/** Wherever a No has its words. */
const NOES: readonly Area[] = [
  refusals,
  connectionArea,
  accountFaultsArea,
  directoryArea,
  directoryEntryArea,
  draftingArea,
  approvalsArea,
  publicationsArea,
];

/** Why not, in words; undefined where nothing but the code says it. */
export const codeWords = (code: string, language: Language): string | undefined => {
  if (code === 'file/unknown') return say(auditArea, language, 'noSuchFile');
  const area = NOES.find((one) => Object.hasOwn(one.en, code));
  // What a phrase would fill in is not in the log.
  return area && say(area, language, code).replaceAll(/\{[^}]*\}/g, '…');
};
