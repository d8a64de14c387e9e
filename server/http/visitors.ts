/**
 * Who asks over HTTP as a person with an account: the contract between sign-in and the routes. Owns the shape, and what a program's token takes away from it. A seat at a workshop's
 * table is asked by authorize.ts; one request may carry both, and neither stands for the other.
 */
import type { FastifyRequest } from 'fastify';
import type { AccountId, OwningOrganizationId } from '../../shared/kernel/ids.ts';
import type { Language } from '../../shared/kernel/language.ts';
import { memberMay, type OrganizationPermission } from '../../shared/organization/permissions.ts';
import type { OrganizationRole } from '../../shared/organization/roles.ts';
import type { TokenScope } from '../../shared/organization/scopes.ts';

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
  /** Set for a program: what its token allows of what the member may. */
  readonly scopes?: readonly TokenScope[];
}

/** Whether this membership, as far as it is lent to a program, carries this right. */
export const mayAs = ({ scopes }: Visitor, { role }: Membership, permission: OrganizationPermission): boolean =>
  memberMay(role, permission) && (scopes === undefined || (scopes as readonly string[]).includes(permission));

export interface Visitors {
  /** A person; null: nobody has signed in with this request. Refuses a program with 403 `token/notForPrograms`. */
  of(request: FastifyRequest): Promise<Visitor | null>;
  /** A person, or a program by its token, who is a member of that one organization; null: neither. */
  caller(request: FastifyRequest): Promise<Visitor | null>;
  /** The same; refuses with 401 `account/signInFirst` or `token/unknown`. */
  someone(request: FastifyRequest): Promise<Visitor>;
  /** A person, in person: refuses with 401 `account/signInFirst`, and a program with 403 `token/notForPrograms`. */
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
