/**
 * Who visits, from the session's cookie or a program's token and the store, asked anew with each request: what was revoked or taken away ends
 * at once. A request that carries a token is the program's, whatever cookie came along.
 */
import type { FastifyRequest } from 'fastify';
import { TOKEN_PREFIX, type Tokens } from '../../api/tokens.ts';
import type { Sessions } from '../../accounts/sessions.ts';
import type { Clock } from '../../ports.ts';
import type { AccountStore, SessionRecord } from '../../ports/accounts.ts';
import type { OrganizationStore } from '../../ports/organizations.ts';
import { findOut } from '../asked.ts';
import { HttpRefusal } from '../errors.ts';
import { mayAs, type Visitor, type Visitors } from '../visitors.ts';
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

const BEARER = new RegExp(`^Bearer (${TOKEN_PREFIX}[A-Za-z0-9_-]{20,100})$`);

/** The token that a program's request carries; seats have tokens of another kind in the same header. */
const programToken = (request: FastifyRequest): string | null =>
  BEARER.exec(request.headers.authorization ?? '')?.[1] ?? null;

const LATELY_MS = 30 * 60_000;

export const createVisitors = (deps: {
  readonly cookie: SessionCookie;
  readonly sessions: Sessions;
  readonly accounts: AccountStore;
  readonly organizations: OrganizationStore;
  readonly tokens: Tokens;
  readonly clock: Clock;
}): SessionVisitors => {
  const program = async (request: FastifyRequest, token: string): Promise<Visitor> => {
    const found = await deps.tokens.find(token);
    const account = found && (await deps.accounts.find(found.account));
    if (!found || !account || account.closedAt !== null) throw new HttpRefusal(401, 'token/unknown');
    findOut(request, { account: account.id, organization: found.organization, target: `token ${found.id}` });
    const memberships = await deps.organizations.membershipsOf(account.id);
    return {
      account: account.id,
      name: account.name,
      language: account.language,
      isAdministrator: false,
      memberships: memberships
        .filter(({ organization }) => organization.id === found.organization)
        .map(({ organization, role }) => ({ organization: organization.id, role })),
      scopes: found.scopes,
    };
  };
  const session = async (request: FastifyRequest): Promise<SignedIn | null> => {
    if (programToken(request) !== null) throw new HttpRefusal(403, 'token/notForPrograms');
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
  const of: Visitors['of'] = async (request) => (await session(request))?.visitor ?? null;
  const caller: Visitors['caller'] = (request) => {
    const token = programToken(request);
    return token === null ? of(request) : program(request, token);
  };
  const signedIn: Visitors['signedIn'] = async (request) => {
    const found = await session(request);
    if (!found) throw new HttpRefusal(401, 'account/signInFirst');
    return found.visitor;
  };
  const someone: Visitors['someone'] = async (request) => {
    const visitor = await caller(request);
    if (!visitor) throw new HttpRefusal(401, 'account/signInFirst');
    return visitor;
  };
  const allowed = async (request: FastifyRequest, may: (visitor: Visitor) => boolean): Promise<Visitor> => {
    const visitor = await someone(request);
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
    of,
    caller,
    someone,
    signedIn,
    member: (request, organization, permission) =>
      allowed(request, (visitor) =>
        visitor.memberships.some((one) => one.organization === organization && mayAs(visitor, one, permission)),
      ),
    memberAnywhere: (request, permission) =>
      allowed(request, (visitor) => visitor.memberships.some((one) => mayAs(visitor, one, permission))),
    administrator: (request) => allowed(request, ({ isAdministrator }) => isAdministrator),
  };
};
