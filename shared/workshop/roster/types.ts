/** The roster: the people and organizations of this workshop as they were that day. Copied from the directory, never linked to it. */
import type { Group, Organization, Person } from '../../directory/person.ts';
import type { GroupId, OrganizationId, PersonId } from '../../kernel/ids.ts';

export type Attending =
  | { readonly kind: 'organization'; readonly organization: OrganizationId }
  | { readonly kind: 'group'; readonly group: GroupId };

export interface RosterState {
  readonly people: Readonly<Record<PersonId, Person>>;
  readonly organizations: Readonly<Record<OrganizationId, Organization>>;
  readonly groups: Readonly<Record<GroupId, Group>>;
  /** Who was represented, in the order in which the lead names them. */
  readonly attending: readonly Attending[];
}

export type RosterCommand =
  | { readonly type: 'roster/putPerson'; readonly person: Person }
  | { readonly type: 'roster/putOrganization'; readonly organization: Organization }
  | { readonly type: 'roster/putGroup'; readonly group: Group }
  | { readonly type: 'roster/setAttending'; readonly attending: readonly Attending[] };

export type RosterEvent =
  | { readonly type: 'roster/personPut'; readonly person: Person }
  | { readonly type: 'roster/organizationPut'; readonly organization: Organization }
  | { readonly type: 'roster/groupPut'; readonly group: Group }
  | { readonly type: 'roster/attendingSet'; readonly attending: readonly Attending[] };

export type RosterRefusal =
  'roster/unknownOrganization' | 'roster/unknownGroup' | 'roster/full' | 'roster/notYourEntry';
