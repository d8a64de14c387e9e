/**
 * Signing in by an OpenID Connect provider: authorization code with PKCE, state and nonce used once. Owns whom a provider's subject is here.
 * Of what a provider says only who somebody is counts; rights are never read from a token. Must not know HTTP's routes.
 */
import * as client from 'openid-client';
import * as z from 'zod';
import { id, type AccountId } from '../../shared/kernel/ids.ts';
import type { Language } from '../../shared/kernel/language.ts';
import { emailAddress, sameAddress } from '../../shared/protocol/account-schemas.ts';
import { line } from '../../shared/protocol/text-schemas.ts';
import type { Clock, Mint } from '../ports.ts';
import type { AccountStore } from '../ports/accounts.ts';
import type { OneTime } from './one-time.ts';

export interface OpenIdProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const SCOPE = 'openid email profile';
const kept = z.object({ verifier: z.string(), nonce: z.string(), language: z.enum(['en', 'zh-Hans']) });
/** `email_verified` counts when it is true, not when it is there. */
const claims = z.object({
  sub: z.string().min(1).max(255),
  name: z.unknown().optional(),
  email: z.unknown().optional(),
  email_verified: z.unknown().optional(),
});

export type OpenIdOutcome =
  | { readonly ok: true; readonly account: AccountId }
  | { readonly ok: false; readonly code: 'account/openIdRefused' | 'account/noAccount' };

export interface OpenId {
  /** The provider's name as people know it: its host. */
  readonly shownAs: string;
  /** Where to send the browser, and the state it must come back with. */
  begin(language: Language): Promise<{ readonly url: string; readonly state: string }>;
  /** `url` is where the provider sent the browser back to, on our own origin. */
  finish(url: URL, state: string): Promise<OpenIdOutcome>;
}

export const createOpenId = (deps: {
  readonly provider: OpenIdProvider;
  readonly accounts: AccountStore;
  readonly oneTime: OneTime;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly redirectUri: () => string;
  readonly maySignUp: () => Promise<boolean>;
  readonly onRefused: (reason: unknown) => void;
}): OpenId => {
  const { provider, accounts, oneTime, clock, mint } = deps;
  const issuer = new URL(provider.issuer);
  let known: Promise<client.Configuration> | null = null;

  /** What a provider takes is in its description, so the choice is made at each request. */
  const authentication: client.ClientAuth = (server, metadata, body, headers) => {
    const takesPost = server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ?? false;
    const way = takesPost ? client.ClientSecretPost : client.ClientSecretBasic;
    way(provider.clientSecret)(server, metadata, body, headers);
  };

  const discover = async (): Promise<client.Configuration> => {
    const execute = [
      // Signatures are checked although the token comes straight from the provider: a proxy between may not.
      client.enableNonRepudiationChecks,
      ...(issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []),
    ];
    return client.discovery(issuer, provider.clientId, {}, authentication, { execute });
  };
  /** Found out once; a failure is forgotten, so that a provider that was away is asked again. */
  const configuration = (): Promise<client.Configuration> =>
    (known ??= discover().catch((reason: unknown) => {
      known = null;
      throw reason;
    }));

  /** The account of a subject: known, or of the same confirmed address, or new. */
  const accountOf = async (
    subject: string,
    said: { readonly name: string; readonly email: string | null },
    language: Language,
  ): Promise<AccountId | null> => {
    const found = await accounts.findByIdentity('openId', subject);
    if (found) return found.id;
    const createdAt = clock.now();
    const identity = (account: AccountId) =>
      ({ kind: 'openId', subject, account, shown: said.name, createdAt }) as const;
    const sameMail = said.email === null ? null : await accounts.findByIdentity('email', sameAddress(said.email));
    if (sameMail) {
      await accounts.addIdentity(identity(sameMail.id));
      return sameMail.id;
    }
    if (!(await deps.maySignUp())) return null;
    const account = id<AccountId>(mint.id());
    const record = { id: account, name: said.name, language, isAdministrator: false, createdAt, closedAt: null };
    await accounts.add(record, identity(account));
    if (said.email !== null) {
      const subjectOfMail = sameAddress(said.email);
      await accounts.addIdentity({ kind: 'email', subject: subjectOfMail, account, shown: said.email, createdAt });
    }
    return account;
  };

  const claimsFrom = async (url: URL, state: string, verifier: string, nonce: string) => {
    const config = await configuration();
    const tokens = await client.authorizationCodeGrant(config, url, {
      pkceCodeVerifier: verifier,
      expectedNonce: nonce,
      expectedState: state,
      idTokenExpected: true,
    });
    const idToken = claims.parse(tokens.claims());
    const hasMore = idToken.email === undefined && config.serverMetadata().userinfo_endpoint !== undefined;
    return hasMore ? claims.parse(await client.fetchUserInfo(config, tokens.access_token, idToken.sub)) : idToken;
  };

  return {
    shownAs: issuer.host,
    async begin(language) {
      const verifier = client.randomPKCECodeVerifier();
      const nonce = client.randomNonce();
      const state = await oneTime.issue('openId', null, { verifier, nonce, language });
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: deps.redirectUri(),
        scope: SCOPE,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return { url: url.href, state };
    },
    async finish(url, state) {
      const begun = await oneTime.take('openId', state);
      if (!begun) return { ok: false, code: 'account/openIdRefused' };
      const { verifier, nonce, language } = kept.parse(JSON.parse(begun.body));
      const said = await claimsFrom(url, state, verifier, nonce).catch((reason: unknown) => {
        deps.onRefused(reason);
        return null;
      });
      if (!said) return { ok: false, code: 'account/openIdRefused' };
      const email = said.email_verified === true ? emailAddress.safeParse(said.email) : null;
      const name = line(200).safeParse(said.name);
      const account = await accountOf(
        `${provider.issuer} ${said.sub}`,
        { name: name.success ? name.data : said.sub.slice(0, 200), email: email?.success ? email.data : null },
        language,
      );
      return account === null ? { ok: false, code: 'account/noAccount' } : { ok: true, account };
    },
  };
};
