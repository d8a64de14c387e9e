// Signing in by a provider: the whole way with a real one, and what a false one's tokens are worth.
import { expect, test } from 'vitest';
import { administratorOf, AccountClient, signUp } from '../../../support/account-client.ts';
import { CLIENT, startFalseProvider, startProvider, type Forgery } from '../../../support/provider.ts';
import { startServer, type TestServer } from '../../../support/server.ts';

const person = { sub: 'wang', email: 'Wang@example.org', email_verified: true, name: '王志高' };

/** A browser that follows redirects over two sites, each with its own cookies. */
class Wanderer {
  readonly jars = new Map<string, Map<string, string>>();

  jar(origin: string): Map<string, string> {
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    return jar;
  }

  async step(url: string): Promise<{ status: number; to: string | null }> {
    const { origin } = new URL(url);
    const cookie = [...this.jar(origin)].map((pair) => pair.join('=')).join('; ');
    const reply = await fetch(url, { redirect: 'manual', headers: cookie ? { cookie } : {} });
    await reply.arrayBuffer();
    for (const set of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/s);
      if (value === '' || /Max-Age=0/.test(set)) this.jar(origin).delete(name);
      else this.jar(origin).set(name, value);
    }
    const to = reply.headers.get('location');
    return { status: reply.status, to: to === null ? null : new URL(to, url).href };
  }

  /** Until a page that leads nowhere further; answers its address. */
  async walk(start: string, until: (url: string) => boolean = () => false): Promise<string> {
    let url = start;
    for (let n = 0; n < 12; n += 1) {
      const { to } = await this.step(url);
      if (to === null) return url;
      url = to;
      if (until(url)) return url;
    }
    throw new Error('going in circles');
  }

  me(server: TestServer): Promise<{ me: Record<string, unknown> | null }> {
    const client = new AccountClient(server.url);
    client.cookie = [...this.jar(server.url)].map((pair) => pair.join('=')).join('; ');
    return client.get('/api/account');
  }
}

const begin = (server: TestServer): string => `${server.url}/api/sign-in/openid/begin?language=zh-Hans`;

test('given a real provider, when somebody comes back from it, then with an own account; the second time into the same', async () => {
  let url = '';
  const { issuer } = await startProvider(person, () => `${url}/api/sign-in/openid/callback`);
  const server = await startServer({ openId: { issuer, ...CLIENT } });
  ({ url } = server);
  expect(await new AccountClient(url).get('/api/sign-in')).toMatchObject({ openId: new URL(issuer).host });
  const first = new Wanderer();
  expect(await first.walk(begin(server), (at) => at === `${url}/account`)).toBe(`${url}/account`);
  const { me } = await first.me(server);
  expect(me).toMatchObject({
    name: '王志高',
    emails: ['Wang@example.org'],
    language: 'zh-Hans',
    isAdministrator: false,
  });
  const second = new Wanderer();
  await second.walk(begin(server), (at) => at === `${url}/account`);
  expect((await second.me(server)).me?.account).toBe(me?.account);
});

test('given an account of the same address, when the provider confirms it, then into it; when it only claims it, into another', async () => {
  const provider = await startFalseProvider();
  const server = await startServer({ openId: { issuer: provider.issuer, ...CLIENT } });
  for (const [email_verified, isSame] of [
    [true, true],
    ['true', false],
    [false, false],
    [undefined, false],
  ] as const) {
    const sub = `${typeof email_verified}-${email_verified}`;
    const known = await signUp(server, { email: `${sub}@example.org`, administrator: true });
    const rights = { admin: 'false', isAdministrator: 'false', role: 'owner' };
    provider.handOut({
      claims: { sub, email: `${sub.toUpperCase()}@Example.org`, email_verified, name: 'A', ...rights },
    });
    const browser = new Wanderer();
    await browser.walk(begin(server), (at) => at === `${server.url}/account`);
    const { me } = await browser.me(server);
    expect(me?.account === known.account, sub).toBe(isSame);
    expect(me).toMatchObject({ isAdministrator: isSame, organizations: [] });
  }
});

test('given a token that is no good, when the provider hands it out, then nobody is signed in and the page says so', async () => {
  const past = Math.floor(Date.now() / 1000) - 3600;
  const forgeries: Readonly<Record<string, Forgery>> = {
    'no signature': { alg: 'none' },
    'a signature by the shared secret': { alg: 'HS256' },
    'a foreign key': { alg: 'foreignKey' },
    'a foreign audience': { claims: { aud: 'somebody-else' } },
    'a foreign issuer': { claims: { iss: 'https://evil.example' } },
    'an end in the past': { claims: { exp: past, iat: past - 60 } },
    'another nonce': { claims: { nonce: 'replayed' } },
    'no subject': { claims: { sub: '' } },
  };
  const provider = await startFalseProvider();
  const server = await startServer({ openId: { issuer: provider.issuer, ...CLIENT } });
  const refused = `${server.url}/sign-in?fault=account%2FopenIdRefused`;
  const isEnd = (at: string): boolean => at.includes('fault=') || at === `${server.url}/account`;
  for (const [what, forgery] of Object.entries(forgeries)) {
    provider.handOut(forgery);
    const browser = new Wanderer();
    expect(await browser.walk(begin(server), isEnd), what).toBe(refused);
    expect(await browser.me(server), what).toEqual({ me: null });
  }
  // The same way with an honest token leads in.
  provider.handOut({});
  expect(await new Wanderer().walk(begin(server), isEnd)).toBe(`${server.url}/account`);
});

test('given an answer that was used, or another browser’s, when it comes, then nobody is signed in', async () => {
  const provider = await startFalseProvider();
  const server = await startServer({ openId: { issuer: provider.issuer, ...CLIENT } });
  const browser = new Wanderer();
  const callback = await browser.walk(begin(server), (at) => at.includes('/callback'));
  const victim = new Wanderer();
  expect((await victim.step(callback)).to).toContain('fault=');
  const own = new Map(browser.jar(server.url));
  expect((await browser.step(callback)).to).toBe(`${server.url}/account`);
  const replay = new Wanderer();
  for (const [name, value] of own) replay.jar(server.url).set(name, value);
  expect((await replay.step(callback)).to).toContain('fault=');
  expect(await replay.me(server)).toEqual({ me: null });
});

test('given accounts by invitation only, or a provider that is away, when somebody new comes, then a word and no account', async () => {
  const provider = await startFalseProvider();
  const server = await startServer({ openId: { issuer: provider.issuer, ...CLIENT } });
  const { client } = await administratorOf(server);
  await client.done('PATCH', '/api/administration/settings', { anybodyMaySignUp: false });
  const stop = (at: string): boolean => at.includes('fault=');
  expect(await new Wanderer().walk(begin(server), stop)).toContain('account%2FnoAccount');
  const { accounts } = await client.get<{ accounts: unknown[] }>('/api/administration/accounts');
  expect(accounts).toHaveLength(1);
  const away = await startServer({ openId: { issuer: 'http://127.0.0.1:1', ...CLIENT } });
  expect(await new Wanderer().walk(begin(away), stop)).toContain('account%2FopenIdAway');
});
