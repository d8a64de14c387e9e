/** Who visits, from the session's cookie and the store, asked anew with each request: what was revoked or taken away ends at once. */
import type { FastifyRequest } from 'fastify';
import { memberMay } from '../../../shared/organization/permissions.ts';
import type { Sessions } from '../../accounts/sessions.ts';
import type { Clock } from '../../ports.ts';
import type { AccountStore, SessionRecord } from '../../ports/accounts.ts';
import type { OrganizationStore } from '../../ports/organizations.ts';
import { findOut } from '../asked.ts';
import { HttpRefusal } from '../errors.ts';
import type { Visitor, Visitors } from '../visitors.ts';
import type { SessionCookie } from './session-cookie.ts';

export interface SignedIn {
  readonly visitor: Visitor;
  readonly session: SessionRecord;
}

/** The same, and the session by which somebody is signed in. */
export interface SessionVisitors extends Visitors {
  session(request: FastifyRequest): Promise<SignedIn | null>;
  /** For what a browser left open must not do: refuses with 401, or 403 `account/signInAgain` when the sign-in was long ago. */
  signedInLately(request: FastifyRequest): Promise<Visitor>;
}

const LATELY_MS = 30 * 60_000;

export const createVisitors = (deps: {
  readonly cookie: SessionCookie;
  readonly sessions: Sessions;
  readonly accounts: AccountStore;
  readonly organizations: OrganizationStore;
  readonly clock: Clock;
}): SessionVisitors => {
  const session = async (request: FastifyRequest): Promise<SignedIn | null> => {
    const token = deps.cookie.read(request);
    const found = token === null ? null : await deps.sessions.find(token);
    const account = found && (await deps.accounts.find(found.account));
    if (!found || !account || account.closedAt !== null) return null;
    findOut(request, { account: account.id });
    const memberships = await deps.organizations.membershipsOf(account.id);
    const visitor: Visitor = {
      account: account.id,
      name: account.name,
      language: account.language,
      isAdministrator: account.isAdministrator,
      memberships: memberships.map(({ organization, role }) => ({ organization: organization.id, role })),
    };
    return { visitor, session: found };
  };
  const signedIn: Visitors['signedIn'] = async (request) => {
    const found = await session(request);
    if (!found) throw new HttpRefusal(401, 'account/signInFirst');
    return found.visitor;
  };
  const allowed = async (request: FastifyRequest, may: (visitor: Visitor) => boolean): Promise<Visitor> => {
    const visitor = await signedIn(request);
    if (!may(visitor)) throw new HttpRefusal(403, 'account/denied');
    return visitor;
  };
  const signedInLately: SessionVisitors['signedInLately'] = async (request) => {
    const found = await session(request);
    if (!found) throw new HttpRefusal(401, 'account/signInFirst');
    if (deps.clock.now() - found.session.createdAt > LATELY_MS) throw new HttpRefusal(403, 'account/signInAgain');
    return found.visitor;
  };
  return {
    session,
    signedInLately,
    of: async (request) => (await session(request))?.visitor ?? null,
    signedIn,
    member: (request, organization, permission) =>
      allowed(request, ({ memberships }) =>
        memberships.some((one) => one.organization === organization && memberMay(one.role, permission)),
      ),
    memberAnywhere: (request, permission) =>
      allowed(request, ({ memberships }) => memberships.some(({ role }) => memberMay(role, permission))),
    administrator: (request) => allowed(request, ({ isAdministrator }) => isAdministrator),
  };
};
