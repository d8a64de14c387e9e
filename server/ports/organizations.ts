/** Ports of organizations that own workshops: who belongs to them, who is invited, and what they own. */
import type { AccountId, Instant, OwningOrganizationId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { LocalText } from '../../shared/kernel/language.ts';
import type { OrganizationRole } from '../../shared/organization/roles.ts';
import type { WorkshopOwner } from '../ports.ts';

export interface OwningOrganization {
  readonly id: OwningOrganizationId;
  readonly name: LocalText;
  readonly createdAt: Instant;
}

export interface MemberRecord {
  readonly account: AccountId;
  readonly name: string;
  readonly emails: readonly string[];
  readonly role: OrganizationRole;
  readonly since: Instant;
}

export interface MemberInvitation {
  readonly id: string;
  readonly organization: OwningOrganizationId;
  readonly email: string;
  readonly role: OrganizationRole;
  readonly secretHash: string;
  readonly invitedBy: AccountId;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export interface OrganizationStore {
  /** With its first owner, in one transaction. */
  add(organization: OwningOrganization, owner: AccountId): Promise<void>;
  find(organization: OwningOrganizationId): Promise<OwningOrganization | null>;
  rename(organization: OwningOrganizationId, name: LocalText): Promise<void>;
  list(): Promise<readonly OwningOrganization[]>;
  membershipsOf(
    account: AccountId,
  ): Promise<readonly { readonly organization: OwningOrganization; readonly role: OrganizationRole }[]>;
  members(organization: OwningOrganizationId): Promise<readonly MemberRecord[]>;
  /** Adds or changes; false, and nothing changed, when this would leave no owner. */
  setMember(
    organization: OwningOrganizationId,
    account: AccountId,
    role: OrganizationRole,
    at: Instant,
  ): Promise<boolean>;
  /** 'lastOwner': nothing changed, since this would leave no owner. */
  removeMember(organization: OwningOrganizationId, account: AccountId): Promise<'removed' | 'lastOwner' | 'unknown'>;
  /** One invitation for an address: a second takes the first one's place. */
  invite(invitation: MemberInvitation): Promise<void>;
  invitations(organization: OwningOrganizationId): Promise<readonly MemberInvitation[]>;
  findInvitation(secretHash: string, now: Instant): Promise<MemberInvitation | null>;
  /** Uses it up and makes the member; of two that ask at once, one gets it. An owner who is invited as less stays owner. */
  acceptInvitation(invitation: string, account: AccountId, at: Instant): Promise<boolean>;
  withdrawInvitation(organization: OwningOrganizationId, invitation: string): Promise<boolean>;
  /** Removes invitations that ran out before this instant. Answers how many. */
  purgeInvitations(before: Instant): Promise<number>;
  /** Null: no such workshop. */
  ownerOf(workshop: WorkshopId): Promise<WorkshopOwner | null>;
  workshopsOf(organizations: readonly OwningOrganizationId[]): Promise<readonly WorkshopId[]>;
}
