/** Whom a personal link was made out to, as the door greets them. Must not know links. */
import { fullName, positionText } from '../../shared/directory/names.ts';
import type { PersonId } from '../../shared/kernel/ids.ts';
import { textIn, type Language } from '../../shared/kernel/language.ts';
import { lookUp } from '../../shared/kernel/records.ts';
import type { WorkshopState } from '../../shared/workshop/workshop.ts';

/** Null: the roster does not have this person any more. */
export const inviteeOf = (
  { roster }: WorkshopState,
  id: PersonId,
  language: Language,
): { readonly name: string; readonly line: string } | null => {
  const person = lookUp(roster.people, id);
  if (!person) return null;
  const [position] = person.positions;
  const organization = position?.organization && lookUp(roster.organizations, position.organization);
  const where = organization ? textIn(organization.name, language) : null;
  const title = position ? textIn(position.title, language) : '';
  const line = title === '' ? (where ?? '') : positionText(title, where, language);
  return { name: fullName(person.name, language), line };
};
