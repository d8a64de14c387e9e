/** What the tables have in common: heads, names, instants. Must not know any table in particular. */
import { fullName } from '../directory/names.ts';
import type { AgendaItemId, Instant, OrganizationId, PersonId } from '../kernel/ids.ts';
import { textIn, type Language } from '../kernel/language.ts';
import { lookUp } from '../kernel/records.ts';
import { say } from '../languages/area.ts';
import { recordsArea, type RecordsPhrase } from '../languages/areas/records.ts';
import type { WorkshopState } from '../workshop/workshop.ts';

export type Rows = readonly (readonly (string | number)[])[];

export const seconds = (ms: number): number => Math.round(ms / 1000);
export const iso = (at: Instant | undefined): string => (at === undefined ? '' : new Date(at).toISOString());

export const heads = (language: Language, ...keys: readonly RecordsPhrase[]): readonly string[] =>
  keys.map((key) => say(recordsArea, language, key));

export const personName = ({ roster }: WorkshopState, id: PersonId, language: Language): string => {
  const person = lookUp(roster.people, id);
  return person === undefined ? '' : fullName(person.name, language);
};

export const organizationName = ({ roster }: WorkshopState, id: OrganizationId | null, language: Language): string => {
  const organization = id === null ? undefined : lookUp(roster.organizations, id);
  return organization === undefined ? '' : textIn(organization.name, language);
};

export const itemTitle = ({ agenda }: WorkshopState, id: AgendaItemId | null, language: Language): string =>
  id === null ? '' : textIn(lookUp(agenda.items, id)?.title ?? {}, language);
