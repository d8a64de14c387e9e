/** The audit log's lines in words: who, what, to whom. Owns the choice of words; what is in a line the server decides. */
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Area } from '../../../shared/languages/area.ts';
import { auditActsArea } from '../../../shared/languages/areas/audit-acts.ts';
import { auditCommandsArea } from '../../../shared/languages/areas/audit-commands.ts';
import { auditArea } from '../../../shared/languages/areas/audit.ts';
import type { AuditLine } from '../../connection/audit-api.ts';

const isIn = <Key extends string>(area: Area<Key>, name: string): name is Key => Object.hasOwn(area.en, name);

/** `isItsOwn` is false for what has no name of its own: then the words are its door's, and the raw name says more. */
export const actWords = (
  { action, door }: AuditLine,
  language: Language,
): { readonly words: string; readonly isItsOwn: boolean } => {
  if (isIn(auditActsArea, action)) return { words: say(auditActsArea, language, action), isItsOwn: true };
  if (isIn(auditCommandsArea, action)) return { words: say(auditCommandsArea, language, action), isItsOwn: true };
  if (action === 'message' || action === 'connect') return { words: say(auditArea, language, action), isItsOwn: true };
  const place = door === 'media' || door === 'notes' ? door : 'request';
  return { words: say(auditArea, language, `other.${place}`), isItsOwn: false };
};

/** The name of today, else the id; without either, what kind of stranger it was. */
export const whoWords = (
  { account, seat, door }: AuditLine,
  names: Readonly<Record<string, string>>,
  language: Language,
): string => {
  if (account !== undefined) return names[account] ?? say(auditArea, language, 'account', { id: account });
  if (seat !== undefined) return say(auditArea, language, 'seat', { id: seat });
  if (door === 'clock' || door === 'control') return say(auditArea, language, 'machine');
  return say(auditArea, language, door === 'http' || door === 'sign-in' ? 'visitor' : 'unnamed');
};
