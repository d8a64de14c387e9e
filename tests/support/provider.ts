// A real OpenID provider on this machine, and a false one whose tokens a test writes itself.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import Provider from 'oidc-provider';
import { onTestFinished } from 'vitest';

export const CLIENT = { clientId: 'plenary', clientSecret: 'a secret of at least thirty-two characters' };

export interface Person {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: unknown;
  readonly name: string;
  readonly [more: string]: unknown;
}

const listen = async (server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** Signs everybody in as the one person it knows, without asking. */
export const startProvider = async (
  person: Person,
  redirectUri: () => string,
): Promise<{ readonly issuer: string }> => {
  let handle: ReturnType<Provider['callback']> | null = null;
  const server = createServer((request, response) => void handle?.(request, response));
  const issuer = await listen(server);
  // Made at the first request, when the address to return to is known.
  const make = (): Provider => {
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: CLIENT.clientId,
          client_secret: CLIENT.clientSecret,
          redirect_uris: [redirectUri()],
          response_types: ['code'],
          grant_types: ['authorization_code'],
        },
      ],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      findAccount: () => ({ accountId: person.sub, claims: () => Promise.resolve({ ...person } as { sub: string }) }),
      loadExistingGrant: async (context) => {
        const { oidc } = context;
        const grant = new oidc.provider.Grant({ clientId: CLIENT.clientId, accountId: person.sub });
        grant.addOIDCScope('openid email profile');
        await grant.save();
        return grant;
      },
      interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
      features: { devInteractions: { enabled: false } },
      cookies: { keys: ['a key'] },
    });
    return provider;
  };
  let provider: Provider | null = null;
  handle = async (request, response) => {
    provider ??= make();
    if (request.url?.startsWith('/interaction/')) {
      await provider.interactionFinished(request, response, { login: { accountId: person.sub } });
      return;
    }
    await provider.callback()(request, response);
  };
  return { issuer };
};

/** What a false provider hands out; `null` leaves the right value. */
export interface Forgery {
  readonly alg?: 'none' | 'HS256' | 'foreignKey';
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** Speaks just enough of the protocol to hand out tokens of a test's making. */
export const startFalseProvider = async () => {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const foreign = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256', use: 'sig' };
  let [nonce, forgery] = ['', {} as Forgery];
  let issuer = '';
  const idToken = (): Promise<string> | string => {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer,
      aud: CLIENT.clientId,
      sub: 'mallory',
      iat: now,
      exp: now + 300,
      nonce,
      ...forgery.claims,
    };
    if (forgery.alg === 'none') return new UnsecuredJWT(claims).encode();
    if (forgery.alg === 'HS256') {
      const key = new TextEncoder().encode(CLIENT.clientSecret);
      return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(key);
    }
    const key = forgery.alg === 'foreignKey' ? foreign.privateKey : privateKey;
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign(key);
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    const answer = (body: unknown): void => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    };
    if (url.pathname === '/.well-known/openid-configuration') {
      return answer({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      });
    }
    if (url.pathname === '/jwks') return answer({ keys: [jwk] });
    if (url.pathname === '/auth') {
      nonce = url.searchParams.get('nonce') ?? '';
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', 'a-code');
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      back.searchParams.set('iss', issuer);
      response.writeHead(302, { location: back.href });
      return response.end();
    }
    void Promise.resolve(idToken()).then((token) =>
      answer({ access_token: 'an-access-token', token_type: 'Bearer', id_token: token }),
    );
    return undefined;
  });
  issuer = await listen(server);
  return {
    issuer,
    handOut(next: Forgery): void {
      forgery = next;
    },
  };
};
