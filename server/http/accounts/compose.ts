/** Joins accounts with their routes. Owns the order of hooks and routes; answers who visits, for everybody else's routes. */
import type { FastifyInstance } from 'fastify';
import { createTokens, type Tokens } from '../../api/tokens.ts';
import { createAfterwards, type Afterwards } from '../../accounts/afterwards.ts';
import { createAttempts } from '../../accounts/attempts.ts';
import { createCodes } from '../../accounts/codes.ts';
import { createFirstAdministrator } from '../../accounts/first-administrator.ts';
import { createMailLinks } from '../../accounts/mail-links.ts';
import { createOneTime } from '../../accounts/one-time.ts';
import { createOpenId, type OpenIdProvider } from '../../accounts/open-id.ts';
import { createOrganizations } from '../../accounts/organizations.ts';
import { createOwnCredentials } from '../../accounts/own-credentials.ts';
import { createPasskeys } from '../../accounts/passkeys.ts';
import { createPasswords } from '../../accounts/passwords.ts';
import { createSessions } from '../../accounts/sessions.ts';
import { createSettings, type Settings } from '../../accounts/settings.ts';
import { createSignIn } from '../../accounts/sign-in.ts';
import type { Clock, FactStore, Mint } from '../../ports.ts';
import type { AccessStore } from '../../ports/access.ts';
import type * as ports from '../../ports/accounts.ts';
import type { Outbox } from '../../ports/mail.ts';
import type { TokenStore } from '../../ports/api.ts';
import type { OrganizationStore } from '../../ports/organizations.ts';
import type { OwnSeatStore } from '../../ports/own-seats.ts';
import { createClosing } from '../../privacy/closing.ts';
import type { Copies } from '../../privacy/copies.ts';
import type { Door } from '../../accounts/door.ts';
import { createOwnSeats } from '../../accounts/own-seats.ts';
import type { WorkshopRegistry } from '../../workshops/registry.ts';
import type { HttpLimits } from '../limits.ts';
import { accountRoutes } from './account-routes.ts';
import { administrationRoutes } from './administration-routes.ts';
import { credentialRoutes } from './credential-routes.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { createLetIn } from './let-in.ts';
import { CALLBACK, openIdRoutes } from './open-id-routes.ts';
import { organizationRoutes } from './organization-routes.ts';
import { refuseOtherPages } from './own-page.ts';
import { createOwners, type Owners } from './owner.ts';
import { ownDataRoutes } from './own-data-routes.ts';
import { ownSeatRoutes } from './own-seat-routes.ts';
import { proofRoutes } from './proof-routes.ts';
import { createSessionCookie } from './session-cookie.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { createVisitors, type SessionVisitors } from './visitors.ts';

export interface AccountsOptions {
  readonly fastify: FastifyInstance;
  readonly stores: {
    readonly accounts: ports.AccountStore;
    readonly sessions: ports.SessionStore;
    readonly oneTime: ports.OneTimeStore;
    readonly credentials: ports.CredentialStore;
    readonly attempts: ports.AttemptStore;
    readonly settings: ports.SettingsStore;
    readonly organizations: OrganizationStore;
    readonly ownSeats: OwnSeatStore;
    readonly access: AccessStore;
    readonly facts: FactStore;
    readonly tokens: TokenStore;
  };
  readonly outbox: Outbox;
  readonly openId: OpenIdProvider | null;
  readonly registry: WorkshopRegistry;
  readonly copies: Copies;
  readonly door: Door;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly publicUrl: string | null;
  /** The origin of links in mails: as configured, else where it listens; never what a request says. */
  readonly base: () => string;
  readonly limits: HttpLimits;
  readonly onFault: (fault: unknown) => void;
  readonly onRefused: (reason: unknown) => void;
}

export interface Accounts {
  readonly visitors: SessionVisitors;
  readonly tokens: Tokens;
  readonly afterwards: Afterwards;
  readonly settings: Settings;
  readonly owners: Owners;
  /** The link that makes the first administrator; null when there is one. */
  administratorLink(): Promise<string | null>;
  /** A link to sign in, for who runs the installation; null when the address has no account. */
  signInLink(email: string): Promise<string | null>;
  close(): Promise<void>;
}

export const wireAccounts = async (options: AccountsOptions): Promise<Accounts> => {
  const { fastify, stores, outbox, clock, mint, base, limits, publicUrl, registry, door, onRefused } = options;
  const { accounts, credentials } = stores;
  const cookie = createSessionCookie(publicUrl);
  refuseOtherPages(fastify, publicUrl, cookie);
  const afterwards = createAfterwards(options.onFault);
  const settings = createSettings(stores.settings);
  const maySignUp = async (): Promise<boolean> => (await settings.read()).anybodyMaySignUp;
  const oneTime = createOneTime(stores.oneTime, clock, mint);
  const sessions = createSessions(stores.sessions, clock, mint);
  const attempts = createAttempts(stores.attempts, clock);
  const passwords = createPasswords();
  const codes = createCodes(credentials, oneTime, clock, mint);
  const passkeys = createPasskeys(credentials, oneTime, clock, mint);
  const own = createOwnCredentials({ accounts, credentials, passwords, outbox, clock, mint, base });
  const signIn = createSignIn({ accounts, credentials, passwords, codes, attempts, oneTime });
  const firstAdministrator = createFirstAdministrator(accounts, oneTime, clock, mint);
  const mailLinks = createMailLinks({ accounts, oneTime, outbox, attempts, clock, mint, base, maySignUp });
  const organizations = createOrganizations({ store: stores.organizations, accounts, outbox, clock, mint, base });
  const tokens = createTokens(stores.tokens, clock, mint);
  const visitors = createVisitors({ cookie, sessions, accounts, organizations: stores.organizations, tokens, clock });
  const letIn = createLetIn(sessions, cookie, clock);
  const openId =
    options.openId &&
    createOpenId({
      provider: options.openId,
      accounts,
      oneTime,
      clock,
      mint,
      redirectUri: () => `${base()}${CALLBACK}`,
      maySignUp,
      onRefused,
    });

  await fastify.register(signInRoutes, {
    sessions,
    cookie,
    letIn,
    signIn,
    mailLinks,
    firstAdministrator,
    afterwards,
    settings,
    limits,
    publicUrl,
    sendsMail: outbox.sends,
    openId: openId?.shownAs ?? null,
  });
  await fastify.register(proofRoutes, { signIn, passkeys, letIn, limits, publicUrl });
  if (openId) await fastify.register(openIdRoutes, { openId, letIn, limits, publicUrl, base, onRefused });
  await fastify.register(accountRoutes, { visitors, accounts, organizations: stores.organizations, sessions, cookie });
  await fastify.register(credentialRoutes, { visitors, accounts, own, codes, passkeys, limits, publicUrl });
  await fastify.register(organizationRoutes, {
    visitors,
    organizations,
    store: stores.organizations,
    settings,
    clock,
    limits,
  });
  await fastify.register(invitationRoutes, { visitors, organizations, letIn, limits });
  await fastify.register(administrationRoutes, { visitors, accounts, outbox, settings });
  const ownSeats = createOwnSeats({ store: stores.ownSeats, access: stores.access, registry, door, clock, mint });
  await fastify.register(ownSeatRoutes, {
    visitors,
    ownSeats,
    facts: stores.facts,
    organizations: stores.organizations,
  });
  const closing = createClosing({ ...stores, seatsOf: ownSeats.of, registry, clock, mint });
  await fastify.register(ownDataRoutes, { visitors, ...stores, ownSeats, copies: options.copies, closing, cookie });

  return {
    visitors,
    tokens,
    afterwards,
    settings,
    owners: createOwners(visitors, settings),
    administratorLink: () => firstAdministrator.link(base()),
    signInLink: (email) => mailLinks.linkFor(email),
    close: () => afterwards.settled(),
  };
};
