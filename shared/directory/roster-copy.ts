/**
 * What a workshop's roster takes from the directory: name, honorific, and the positions held on that day, with the organizations
 * they name; of a group, who belonged to it on that day.
 * It is a copy: what the directory says later changes no workshop. Mail address, identifiers and other names stay where they are.
 */
import type { DirectoryId, GroupId, OrganizationId, PersonId } from '../kernel/ids.ts';
import type { DirectoryEntry, DirectoryGroup, DirectoryOrganization, DirectoryPerson } from './entries.ts';
import { heldOn } from './period.ts';
import type { Group, Organization, Person } from './person.ts';

export const copyOrganization = (
  { id: directory, name, abbreviation, country }: DirectoryOrganization,
  id: OrganizationId,
): Organization => ({ id, name, ...(abbreviation && { abbreviation }), ...(country && { country }), directory });

const namedOn = ({ named, periods }: DirectoryGroup, day: string): readonly DirectoryId[] =>
  named.filter((one) => heldOn(periods?.[one] ?? {}, day));

/** The organizations that the copy will name, each once. */
export const organizationsOnDay = (entry: DirectoryEntry, day: string): readonly DirectoryId[] => {
  switch (entry.kind) {
    case 'person':
      return [
        ...new Set(entry.positions.filter((one) => heldOn(one, day)).flatMap(({ organization }) => organization ?? [])),
      ];
    case 'group':
      return [...new Set([entry.of, ...namedOn(entry, day)])];
    case 'organization':
      return [];
  }
};

/**
 * Null where the organization whose group it is has no entry. Where every member is named, the count is of those who belonged that day; else it
 * is taken as it stands, since nothing is known of the others.
 */
export const copyGroup = (
  group: DirectoryGroup,
  id: GroupId,
  day: string,
  organizations: ReadonlyMap<DirectoryId, OrganizationId>,
): Group | null => {
  const of = organizations.get(group.of);
  const belonged = namedOn(group, day);
  if (of === undefined) return null;
  return {
    id,
    of,
    members: group.members,
    count: group.count > group.named.length ? group.count : belonged.length,
    named: belonged.flatMap((one) => organizations.get(one) ?? []),
    directory: group.id,
  };
};

/** `organizations` tells the roster's own id of each of them; a position whose organization has none keeps its title alone. */
export const copyPerson = (
  { id: directory, name, honorific, chineseHonorific, positions }: DirectoryPerson,
  id: PersonId,
  day: string,
  organizations: ReadonlyMap<DirectoryId, OrganizationId>,
): Person => ({
  id,
  name,
  ...(honorific && { honorific }),
  ...(chineseHonorific && { chineseHonorific }),
  positions: positions
    .filter((one) => heldOn(one, day))
    .map(({ title, organization }) => {
      const at = organization === undefined ? undefined : organizations.get(organization);
      return { title, ...(at !== undefined && { organization: at }) };
    })
    .filter(({ title, organization }) => organization !== undefined || Object.keys(title).length > 0),
  directory,
});
