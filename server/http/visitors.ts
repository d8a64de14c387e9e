/**
 * Who asks over HTTP as a person with an account: the contract between sign-in and the routes. Owns the shape only. A seat at a workshop's
 * table is asked by authorize.ts; one request may carry both, and neither stands for the other.
 */
import type { FastifyRequest } from 'fastify';
import type { AccountId, OwningOrganizationId } from '../../shared/kernel/ids.ts';
import type { Language } from '../../shared/kernel/language.ts';
import type { OrganizationPermission } from '../../shared/organization/permissions.ts';
import type { OrganizationRole } from '../../shared/organization/roles.ts';

export interface Membership {
  readonly organization: OwningOrganizationId;
  readonly role: OrganizationRole;
}

export interface Visitor {
  readonly account: AccountId;
  readonly name: string;
  readonly language: Language;
  /** Manages the installation: accounts, mail, settings. */
  readonly isAdministrator: boolean;
  readonly memberships: readonly Membership[];
}

export interface Visitors {
  /** Null: nobody has signed in with this request. */
  of(request: FastifyRequest): Promise<Visitor | null>;
  /** Refuses with 401 `account/signInFirst`. */
  signedIn(request: FastifyRequest): Promise<Visitor>;
  /** Refuses with 401, or 403 `account/denied` to who has not this right in this organization. */
  member(
    request: FastifyRequest,
    organization: OwningOrganizationId,
    permission: OrganizationPermission,
  ): Promise<Visitor>;
  /** This right in any organization of the installation: for what all of them share, such as the directory. */
  memberAnywhere(request: FastifyRequest, permission: OrganizationPermission): Promise<Visitor>;
  /** Refuses with 401, or 403 `account/denied`. */
  administrator(request: FastifyRequest): Promise<Visitor>;
}
