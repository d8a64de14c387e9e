/**
 * Copying an entry of the directory into the roster, as of the workshop's day, with the organizations it names. Owns the order and the ids; what a
 * copy holds is shared/directory/roster-copy.ts. Must not know the screen.
 */
import type { DirectoryEntry } from '../../../shared/directory/entries.ts';
import { copyGroup, copyOrganization, copyPerson, organizationsOnDay } from '../../../shared/directory/roster-copy.ts';
import { id, type DirectoryId, type GroupId, type OrganizationId, type PersonId } from '../../../shared/kernel/ids.ts';
import { valuesOf } from '../../../shared/kernel/records.ts';
import type { Attending } from '../../../shared/workshop/roster/types.ts';
import type { WorkshopCommand, WorkshopState } from '../../../shared/workshop/workshop.ts';
import type { KeptEntry } from '../../connection/directory-api.ts';
import { mintId } from '../../store/mint.ts';

/** Sends a wish; true when it was accepted. */
type Ask = (command: WorkshopCommand) => Promise<boolean>;

/** The day as of which is copied: the workshop's, or today's while it has none. The browser knows zones by itself. */
const dayOf = ({ brief, session }: WorkshopState): string => {
  const at = session.phase === 'scheduled' ? (brief.startsAt ?? Date.now()) : session.begunAt;
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: brief.timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
};

/** Its id on the roster, when it was copied before. */
export const copyOf = ({ roster }: WorkshopState, entry: DirectoryEntry): string | undefined => {
  const among = { person: roster.people, organization: roster.organizations, group: roster.groups }[entry.kind];
  return valuesOf<string, { readonly id: string; readonly directory?: DirectoryId }>(among).find(
    ({ directory }) => directory === entry.id,
  )?.id;
};

const organizationsFor = async (
  view: WorkshopState,
  entry: DirectoryEntry,
  day: string,
  among: readonly KeptEntry[],
  ask: Ask,
): Promise<ReadonlyMap<DirectoryId, OrganizationId>> => {
  const copies = new Map<DirectoryId, OrganizationId>();
  for (const named of organizationsOnDay(entry, day)) {
    const found = among.find((one) => one.entry.id === named)?.entry;
    if (found?.kind !== 'organization') continue;
    const before = copyOf(view, found);
    const copy = copyOrganization(found, id<OrganizationId>(before ?? mintId()));
    if (before !== undefined || (await ask({ type: 'roster/putOrganization', organization: copy })))
      copies.set(named, copy.id);
  }
  return copies;
};

/** A group is copied to be named as attending; an organization may be a host, or only where somebody works. */
export const copyIn = async (
  view: WorkshopState,
  entry: DirectoryEntry,
  among: readonly KeptEntry[],
  ask: Ask,
): Promise<boolean> => {
  const before = copyOf(view, entry);
  const own = before ?? mintId();
  const day = dayOf(view);
  switch (entry.kind) {
    case 'organization':
      return ask({
        type: 'roster/putOrganization',
        organization: copyOrganization(entry, id<OrganizationId>(own)),
      });
    case 'group': {
      const group = copyGroup(entry, id<GroupId>(own), day, await organizationsFor(view, entry, day, among, ask));
      if (group === null || !(await ask({ type: 'roster/putGroup', group }))) return false;
      const attending: readonly Attending[] = [...view.roster.attending, { kind: 'group', group: group.id }];
      return before !== undefined || ask({ type: 'roster/setAttending', attending });
    }
    case 'person': {
      const organizations = await organizationsFor(view, entry, day, among, ask);
      return ask({ type: 'roster/putPerson', person: copyPerson(entry, id<PersonId>(own), day, organizations) });
    }
  }
};
