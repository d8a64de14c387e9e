/**
 * What a workshop's roster takes from the directory: name, honorific, and the positions held on that day, with the organizations they name.
 * It is a copy: what the directory says later changes no workshop. Mail address, identifiers and other names stay where they are.
 */
import type { DirectoryId, OrganizationId, PersonId } from '../kernel/ids.ts';
import type { DirectoryOrganization, DirectoryPerson } from './entries.ts';
import { heldOn } from './period.ts';
import type { Organization, Person } from './person.ts';

export const copyOrganization = (
  { id: directory, name, abbreviation, country }: DirectoryOrganization,
  id: OrganizationId,
): Organization => ({ id, name, ...(abbreviation && { abbreviation }), ...(country && { country }), directory });

/** The organizations that the copy will name, each once. */
export const organizationsOnDay = ({ positions }: DirectoryPerson, day: string): readonly DirectoryId[] => [
  ...new Set(positions.filter((one) => heldOn(one, day)).flatMap(({ organization }) => organization ?? [])),
];

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
