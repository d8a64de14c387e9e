/**
 * Remembers who was named already in this article: full name and positions first, short afterwards. Owns that memory and nothing else;
 * a position given only in the other language is left out and noted, a name is kept in its script.
 */
import { firstMention, fullName, laterMention, positionText, type NameForm } from '../directory/names.ts';
import { organizationInFull, organizationInShort } from '../directory/organizations.ts';
import type { Organization } from '../directory/person.ts';
import type { OrganizationId, PersonId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import type { RosterState } from '../workshop/roster/types.ts';
import type { MissingFact } from './article.ts';
import { givenIn, type Named, type Phrases } from './phrases.ts';
import { fact, person as personSource } from './sources.ts';

export interface Mentions {
  organization(id: OrganizationId): string;
  person(id: PersonId): Named | null;
  /** Every way in which the note's author may have written this person, for notes that name their own speaker. */
  spellings(id: PersonId): readonly string[];
  /** Names that begin sentences with a capital for good reason. */
  properNames(): readonly string[];
}

export const mentionsOf = (
  roster: RosterState,
  language: Language,
  phrases: Phrases,
  miss: (missing: MissingFact) => void,
  /** Who has not agreed to be named is not. */
  mayName: (person: PersonId) => boolean,
  form: NameForm,
  /** Whether anything of the workshop's own words has this abbreviation. */
  isUsed: (abbreviation: string) => boolean,
): Mentions => {
  const named = new Set<string>();

  /** A Latin abbreviation beside a Chinese name is only for readers who will meet it again. */
  const introduced = (found: Organization): Pick<Organization, 'name' | 'abbreviation'> => {
    const foreign =
      language === 'zh-Hans' &&
      found.name['zh-Hans'] !== undefined &&
      found.abbreviation?.['zh-Hans'] === undefined &&
      found.abbreviation?.en !== undefined;
    return foreign && !isUsed(found.abbreviation.en) ? { name: found.name } : found;
  };

  const organization = (id: OrganizationId): string => {
    const found = roster.organizations[id];
    if (found === undefined) return '';
    const first = !named.has(id);
    named.add(id);
    return first ? organizationInFull(introduced(found), language) : organizationInShort(found, language);
  };

  const shortName = (id: OrganizationId | undefined): string | null => {
    const found = id === undefined ? undefined : roster.organizations[id];
    return found === undefined ? null : organizationInShort(found, language).replace(/^the /, '');
  };

  const person = (id: PersonId): Named | null => {
    const found = roster.people[id];
    if (found === undefined || !mayName(id)) return null;
    if (named.has(id)) return { text: laterMention(found, language, form), titled: false };
    named.add(id);
    const where = { place: 'roster', source: personSource(id) } as const;
    const about = fullName(found.name, language);
    if (found.positions.length === 0) miss({ code: 'personWithoutPosition', where, about });
    const positions = found.positions.flatMap((position) => {
      const title = givenIn(position.title, language);
      if (title === null) miss({ code: 'textInOtherLanguage', where, about });
      return title === null ? [] : [positionText(title, shortName(position.organization), language)];
    });
    return phrases.person(firstMention(found, language, undefined, form), positions);
  };

  const spellings = (id: PersonId): readonly string[] => {
    const found = roster.people[id];
    if (found === undefined) return [];
    const { latin, han, asWritten } = found.name;
    const family = latin?.family ?? '';
    const latinForms =
      latin === undefined
        ? []
        : [`${family} ${latin.given}`, `${latin.given} ${family}`, family].map((form) => form.trim());
    const titled = latinForms.flatMap((form) =>
      ['Mr. ', 'Ms. ', 'Mrs. ', 'Dr. ', 'Prof. '].map((title) => title + form),
    );
    const forms = [
      ...titled,
      ...latinForms,
      han === undefined ? '' : han.family + han.given,
      asWritten ?? '',
      fullName(found.name, language),
    ];
    return forms.filter((form) => form !== '');
  };

  const properNames = (): readonly string[] => [
    ...Object.values(roster.organizations).flatMap((one) => [one.name.en ?? '', one.abbreviation?.en ?? '']),
    ...Object.keys(roster.people).flatMap((id) => spellings(id as PersonId)),
  ];

  return { organization, person, spellings, properNames };
};

export const organizationFact = (id: OrganizationId) => fact('roster', 'organizations', id);
