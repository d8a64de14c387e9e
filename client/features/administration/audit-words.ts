/** The audit log's lines in words: who, what, to whom. Owns the choice of words; what is in a line the server decides. */
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Area } from '../../../shared/languages/area.ts';
import { auditActsArea } from '../../../shared/languages/areas/audit-acts.ts';
import { auditCommandsArea } from '../../../shared/languages/areas/audit-commands.ts';
import { auditArea } from '../../../shared/languages/areas/audit.ts';
import type { AuditLine, AuditPage } from '../../connection/audit-api.ts';
import { titleIn } from '../title.ts';

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

const seatWords = (seat: string, { seats }: AuditPage, language: Language): string =>
  titleIn(seats[seat] ?? {}, language) || say(auditArea, language, 'removedSeat');

/** The name of today; without one, what kind of stranger it was. `id`: what to look further by where no name says it. */
export const whoWords = (
  { account, seat, door }: AuditLine,
  page: AuditPage,
  language: Language,
): { readonly words: string; readonly id?: string } => {
  if (account !== undefined) {
    const name = page.accounts[account];
    return name === undefined ? { words: say(auditArea, language, 'closedAccount'), id: account } : { words: name };
  }
  if (seat !== undefined) {
    const words = seatWords(seat, page, language);
    return page.seats[seat] === undefined ? { words, id: seat } : { words };
  }
  if (door === 'clock' || door === 'control') return { words: say(auditArea, language, 'machine') };
  return { words: say(auditArea, language, door === 'http' || door === 'sign-in' ? 'visitor' : 'unnamed') };
};

/** To whom or what: names where the ids are somebody's, else as the line has it. */
export const targetWords = (target: string, { accounts, seats }: AuditPage, language: Language): string =>
  target
    .split(' ')
    .map((one) => accounts[one] ?? (titleIn(seats[one] ?? {}, language) || one))
    .join(language === 'en' ? ', ' : '、');
