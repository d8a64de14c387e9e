/** Who is who on the board, read out of the workshop as it is shown now. Pure; must not know the editor. */
import { organizationInShort } from '../../../shared/directory/organizations.ts';
import { fullName } from '../../../shared/directory/names.ts';
import type { Organization, Person } from '../../../shared/directory/person.ts';
import type { PersonId, SeatId } from '../../../shared/kernel/ids.ts';
import { LANGUAGES, textIn, type Language } from '../../../shared/kernel/language.ts';
import type { MentionOf } from '../../../shared/notes/node-specs.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import type { Mentionable, PersonChoice } from './surroundings.ts';

export const personName = (view: WorkshopState, person: PersonId, language: Language): string => {
  const known = Object.hasOwn(view.roster.people, person) ? view.roster.people[person] : undefined;
  return known === undefined ? '' : fullName(known.name, language);
};

/** '' when nobody sits there; `seat` may be anything that a peer said. */
export const seatedName = (view: WorkshopState | null, seat: unknown, language: Language): string => {
  if (view === null || typeof seat !== 'string' || !Object.hasOwn(view.participants.seats, seat)) return '';
  const person = view.participants.seats[seat as SeatId]?.person;
  return person === undefined ? '' : personName(view, person, language);
};

const byName = (language: Language) => (one: { readonly name: string }, other: { readonly name: string }) =>
  one.name.localeCompare(other.name, language);

export const peopleChoices = (view: WorkshopState | null, language: Language): readonly PersonChoice[] =>
  Object.values(view?.roster.people ?? {})
    .map(({ id, name }) => ({ id, name: fullName(name, language) }))
    .sort(byName(language));

const named = (names: readonly string[]): readonly string[] => [...new Set(names)].filter((name) => name !== '');

const mentionablePerson = ({ id, name }: Person, language: Language): Mentionable => ({
  of: 'person',
  ref: id,
  name: fullName(name, language),
  names: named(LANGUAGES.map((each) => fullName(name, each))),
});

const mentionableOrganization = (organization: Organization, language: Language): Mentionable => ({
  of: 'organization',
  ref: organization.id,
  name: organizationInShort(organization, language).replace(/^the /, ''),
  names: named([
    ...LANGUAGES.flatMap((each) => [
      textIn(organization.name, each),
      textIn(organization.abbreviation ?? {}, each),
      organizationInShort(organization, each),
    ]),
  ]),
});

/** People before organizations, each in the order of their names. */
export const mentionables = (view: WorkshopState | null, language: Language): readonly Mentionable[] => {
  if (view === null) return [];
  const people = Object.values(view.roster.people).map((one) => mentionablePerson(one, language));
  const organizations = Object.values(view.roster.organizations).map((one) => mentionableOrganization(one, language));
  return [...people.sort(byName(language)), ...organizations.sort(byName(language))];
};

/** '' when the roster does not know them. */
export const mentionedName = (view: WorkshopState | null, of: MentionOf, ref: string, language: Language): string => {
  if (view === null) return '';
  if (of === 'person') return personName(view, ref as PersonId, language);
  const { organizations } = view.roster;
  const known = Object.hasOwn(organizations, ref) ? organizations[ref as keyof typeof organizations] : undefined;
  return known === undefined ? '' : mentionableOrganization(known, language).name;
};
