/** The roster: the people and organizations of this workshop as they were that day. Copied from the directory, never linked to it. */
import type { Group, Organization, Person } from '../../directory/person.ts';
import type { GroupId, Instant, OrganizationId, PersonId, SeatId } from '../../kernel/ids.ts';

export type Attending =
  | { readonly kind: 'organization'; readonly organization: OrganizationId }
  | { readonly kind: 'group'; readonly group: GroupId };

/** Who a person is was confirmed by that person, at their own seat. */
export interface Confirmation {
  readonly at: Instant;
  readonly by: SeatId;
}

export interface RosterState {
  readonly people: Readonly<Record<PersonId, Person>>;
  readonly organizations: Readonly<Record<OrganizationId, Organization>>;
  readonly groups: Readonly<Record<GroupId, Group>>;
  /** Who was represented, in the order in which the lead names them. */
  readonly attending: readonly Attending[];
  readonly confirmed: Readonly<Record<PersonId, Confirmation>>;
}

export type RosterCommand =
  | { readonly type: 'roster/putPerson'; readonly person: Person }
  | { readonly type: 'roster/putOrganization'; readonly organization: Organization }
  | { readonly type: 'roster/putGroup'; readonly group: Group }
  | { readonly type: 'roster/setAttending'; readonly attending: readonly Attending[] }
  | { readonly type: 'roster/confirmOwn' };

export type RosterEvent =
  | { readonly type: 'roster/personPut'; readonly person: Person }
  | { readonly type: 'roster/organizationPut'; readonly organization: Organization }
  | { readonly type: 'roster/groupPut'; readonly group: Group }
  | { readonly type: 'roster/attendingSet'; readonly attending: readonly Attending[] }
  | { readonly type: 'roster/ownConfirmed'; readonly person: PersonId };

export type RosterRefusal =
  | 'roster/unknownPerson'
  | 'roster/unknownOrganization'
  | 'roster/unknownGroup'
  | 'roster/full'
  | 'roster/notYourEntry'
  | 'roster/alreadyConfirmed';
