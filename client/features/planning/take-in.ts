/**
 * Takes people and organizations into the workshop's roster: as copies of what the directory says on the workshop's day, or by name alone. Owns the
 * order of the commands; what a copy holds is shared/directory/roster-copy.ts.
 */
import { copyOrganization, copyPerson, organizationsOnDay } from '../../../shared/directory/roster-copy.ts';
import { id, type DirectoryId, type OrganizationId, type PersonId } from '../../../shared/kernel/ids.ts';
import type { LocalText } from '../../../shared/kernel/language.ts';
import { valuesOf } from '../../../shared/kernel/records.ts';
import { wallText } from '../../../shared/planning/recurrence.ts';
import { instant } from '../../../shared/kernel/ids.ts';
import type { WorkshopCommand, WorkshopState } from '../../../shared/workshop/workshop.ts';
import type { KeptEntry } from '../../connection/directory-api.ts';
import { mintId } from '../../store/mint.ts';

type Ask = (command: WorkshopCommand) => Promise<boolean>;

const copied = <Entry extends { readonly directory?: DirectoryId }>(
  entries: readonly Entry[],
  from: DirectoryId,
): Entry | undefined => entries.find(({ directory }) => directory === from);

const dayOf = ({ brief }: WorkshopState): string =>
  wallText(brief.startsAt ?? instant(Date.now()), brief.timeZone).slice(0, 10);

export const takeOrganization = async (
  view: WorkshopState,
  { entry }: KeptEntry,
  ask: Ask,
): Promise<OrganizationId | null> => {
  if (entry.kind !== 'organization') return null;
  const known = copied(valuesOf(view.roster.organizations), entry.id);
  if (known) return known.id;
  const organization = copyOrganization(entry, id<OrganizationId>(mintId()));
  return (await ask({ type: 'roster/putOrganization', organization })) ? organization.id : null;
};

export const takePerson = async (
  view: WorkshopState,
  { entry }: KeptEntry,
  among: readonly KeptEntry[],
  ask: Ask,
): Promise<PersonId | null> => {
  if (entry.kind !== 'person') return null;
  const known = copied(valuesOf(view.roster.people), entry.id);
  if (known) return known.id;
  const day = dayOf(view);
  const organizations = new Map<DirectoryId, OrganizationId>();
  for (const named of organizationsOnDay(entry, day)) {
    const found = among.find((one) => one.entry.id === named);
    const taken = found && (await takeOrganization(view, found, ask));
    if (taken) organizations.set(named, taken);
  }
  const person = copyPerson(entry, id<PersonId>(mintId()), day, organizations);
  return (await ask({ type: 'roster/putPerson', person })) ? person.id : null;
};

const written = (name: string): LocalText => (/\p{Script=Han}/u.test(name) ? { 'zh-Hans': name } : { en: name });

export const nameOrganization = async (name: string, ask: Ask): Promise<OrganizationId | null> => {
  const organization = { id: id<OrganizationId>(mintId()), name: written(name) };
  return (await ask({ type: 'roster/putOrganization', organization })) ? organization.id : null;
};

export const namePerson = async (name: string, ask: Ask): Promise<PersonId | null> => {
  const person = { id: id<PersonId>(mintId()), name: { asWritten: name }, positions: [] };
  return (await ask({ type: 'roster/putPerson', person })) ? person.id : null;
};
