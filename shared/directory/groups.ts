/** "11 member organizations of ISP-CEP" / ISP-CEP的11家成员单位: a count that stands for organizations. Owns the wording; must not know articles. */
import { textIn, type Language } from '../kernel/language.ts';
import { organizationInShort } from './organizations.ts';
import type { Group, Organization } from './person.ts';

export const groupText = (
  { count, members }: Pick<Group, 'count' | 'members'>,
  of: Pick<Organization, 'name' | 'abbreviation'> | undefined,
  language: Language,
): string => {
  const whose = of === undefined ? '' : organizationInShort(of, language);
  const who = textIn(members, language);
  if (language === 'en') return whose === '' ? `${count} ${who}` : `${count} ${who} of ${whose}`;
  const counted = /^[家个名位所]/.test(who) ? `${count}${who}` : `${count}家${who}`;
  return `${whose}${/[A-Za-z]$/.test(whose) ? '的' : ''}${counted}`;
};
