/** Joins accounts with their routes. Owns the order of hooks and routes; answers who visits, for everybody else's routes. */
import type { FastifyInstance } from 'fastify';
import { createAfterwards, type Afterwards } from '../../accounts/afterwards.ts';
import { createFirstAdministrator } from '../../accounts/first-administrator.ts';
import { createMailLinks } from '../../accounts/mail-links.ts';
import { createOneTime } from '../../accounts/one-time.ts';
import { createOrganizations } from '../../accounts/organizations.ts';
import { createSessions } from '../../accounts/sessions.ts';
import type { Clock, Mint } from '../../ports.ts';
import type { AccountStore, OneTimeStore, SessionStore } from '../../ports/accounts.ts';
import type { Outbox, OutboxRecord, OutboxStore } from '../../ports/mail.ts';
import type { OrganizationStore } from '../../ports/organizations.ts';
import type { HttpLimits } from '../limits.ts';
import { accountRoutes } from './account-routes.ts';
import { administrationRoutes } from './administration-routes.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { organizationRoutes } from './organization-routes.ts';
import { refuseOtherPages } from './own-page.ts';
import { createSessionCookie } from './session-cookie.ts';
import { createLetIn, signInRoutes } from './sign-in-routes.ts';
import { createVisitors, type SessionVisitors } from './visitors.ts';

export interface AccountsOptions {
  readonly fastify: FastifyInstance;
  readonly stores: {
    readonly accounts: AccountStore;
    readonly sessions: SessionStore;
    readonly oneTime: OneTimeStore;
    readonly organizations: OrganizationStore;
    readonly outbox: OutboxStore;
  };
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly publicUrl: string | null;
  /** The origin of links in mails: as configured, else where it listens; never what a request says. */
  readonly base: () => string;
  readonly limits: HttpLimits;
  readonly onFault: (fault: unknown) => void;
}

export interface Accounts {
  readonly visitors: SessionVisitors;
  readonly afterwards: Afterwards;
  /** The newest letters of the outbox. */
  letters(): Promise<readonly OutboxRecord[]>;
  /** The link that makes the first administrator; null when there is one. */
  administratorLink(): Promise<string | null>;
  /** A link to sign in, for who runs the installation; null when the address has no account. */
  signInLink(email: string): Promise<string | null>;
}

export const wireAccounts = async (options: AccountsOptions): Promise<Accounts> => {
  const { fastify, stores, outbox, clock, mint, base, limits, publicUrl } = options;
  const { accounts } = stores;
  const cookie = createSessionCookie(publicUrl);
  refuseOtherPages(fastify, publicUrl, cookie);
  const afterwards = createAfterwards(options.onFault);
  const oneTime = createOneTime(stores.oneTime, clock, mint);
  const sessions = createSessions(stores.sessions, clock, mint);
  const firstAdministrator = createFirstAdministrator(accounts, oneTime, clock, mint);
  const maySignUp = (): Promise<boolean> => Promise.resolve(true);
  const mailLinks = createMailLinks({ accounts, oneTime, outbox, clock, mint, base, maySignUp });
  const organizations = createOrganizations({ store: stores.organizations, accounts, outbox, clock, mint, base });
  const visitors = createVisitors({ cookie, sessions, accounts, organizations: stores.organizations });
  const letIn = createLetIn(sessions, cookie);

  await fastify.register(signInRoutes, {
    sessions,
    cookie,
    letIn,
    mailLinks,
    firstAdministrator,
    afterwards,
    limits,
  });
  await fastify.register(accountRoutes, { visitors, accounts, organizations: stores.organizations, sessions, cookie });
  await fastify.register(organizationRoutes, { visitors, organizations, store: stores.organizations, clock, limits });
  await fastify.register(invitationRoutes, { visitors, organizations, letIn, limits });
  await fastify.register(administrationRoutes, { visitors, accounts, outbox: stores.outbox });

  return {
    visitors,
    afterwards,
    letters: () => stores.outbox.list({ limit: 100 }),
    administratorLink: () => firstAdministrator.link(base()),
    signInLink: (email) => mailLinks.linkFor(email),
  };
};
