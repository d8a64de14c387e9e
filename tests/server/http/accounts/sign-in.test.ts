// Signing in over HTTP: the first administrator, links in mails, sessions and their cookie, and pages of other sites.
import { describe, expect, test } from 'vitest';
import { AccountClient, administratorOf, linkMailedTo, signUp } from '../../../support/account-client.ts';
import { createManualClock } from '../../../support/manual-clock.ts';
import { startServer } from '../../../support/server.ts';

const secretOf = (link: string): string => new URL(link).hash.slice('#k='.length);
const person = { name: 'Ann', email: 'ann@example.org', language: 'en' } as const;
const MINUTE = 60_000;

describe('the first administrator', () => {
  test('given a link, when it is used, then an administrator is signed in and neither it nor another works again', async () => {
    const server = await startServer();
    const old = secretOf((await server.app.operations.administratorLink()) ?? '');
    const secret = secretOf((await server.app.operations.administratorLink()) ?? '');
    const client = new AccountClient(server.url);
    expect(await client.ask('POST', '/api/administrator', { secret: old, ...person })).toMatchObject({ status: 403 });
    expect(await client.ask('POST', '/api/administrator/look', { secret })).toMatchObject({ status: 200 });
    await client.post('/api/administrator', { secret, ...person });
    expect(await client.get('/api/account')).toMatchObject({
      me: { name: 'Ann', isAdministrator: true, emails: ['ann@example.org'] },
    });
    expect(await server.app.operations.administratorLink()).toBeNull();
    const late = new AccountClient(server.url);
    const second = { secret, ...person, email: 'eve@example.org' };
    expect(await late.ask('POST', '/api/administrator', second)).toMatchObject({
      status: 403,
      body: { error: { code: 'account/badLink' } },
    });
    expect(late.cookie).toBe('');
  });
});

describe('a link in a mail', () => {
  test('given a known and an unknown address, when a link is asked for, then the answers are one and the same', async () => {
    const server = await startServer();
    const { client, email } = await administratorOf(server);
    const guest = new AccountClient(server.url);
    const known = await guest.ask('POST', '/api/sign-in/link', { email, language: 'en' });
    const unknown = await guest.ask('POST', '/api/sign-in/link', { email: 'nobody@example.org', language: 'en' });
    expect([known.status, known.text]).toEqual([202, '{}']);
    expect([unknown.status, unknown.text]).toEqual([202, '{}']);
    await server.app.accounts.afterwards.settled();
    expect((await client.get<{ letters: unknown[] }>('/api/administration/outbox')).letters).toHaveLength(2);
  });

  test('given a link, when looked at, used and used again, then it says whose it is, signs in once, and is worthless', async () => {
    const clock = createManualClock();
    const server = await startServer({ clock });
    const { email } = await signUp(server, { email: 'Bo@Example.org', name: 'Bo' });
    const client = new AccountClient(server.url);
    await client.post('/api/sign-in/link', { email: 'bo@example.ORG', language: 'zh-Hans' });
    const secret = secretOf(await linkMailedTo(server, 'bo@example.ORG'));
    expect(await client.post('/api/sign-in/link/look', { secret })).toEqual({ email: 'bo@example.ORG', name: 'Bo' });
    await client.post('/api/sign-in/link/redeem', { secret });
    expect(await client.get('/api/account')).toMatchObject({ me: { name: 'Bo', emails: [email] } });
    expect(await client.ask('POST', '/api/sign-in/link/redeem', { secret })).toMatchObject({ status: 403 });
    expect(await client.ask('POST', '/api/sign-in/link/look', { secret })).toMatchObject({ status: 403 });

    await client.post('/api/sign-in/link', { email, language: 'en' });
    const late = secretOf(await linkMailedTo(server, email));
    clock.advance(15 * MINUTE);
    expect(await client.ask('POST', '/api/sign-in/link/redeem', { secret: late })).toMatchObject({ status: 403 });
  });

  test('given an address without account, when its link is used, then a name is asked for before it is used up', async () => {
    const server = await startServer();
    await administratorOf(server);
    const client = new AccountClient(server.url);
    await client.post('/api/sign-in/link', { email: 'new@example.org', language: 'zh-Hans' });
    const secret = secretOf(await linkMailedTo(server, 'new@example.org'));
    expect(await client.post('/api/sign-in/link/look', { secret })).toEqual({ email: 'new@example.org', name: null });
    expect(await client.ask('POST', '/api/sign-in/link/redeem', { secret })).toMatchObject({
      status: 422,
      body: { error: { code: 'account/nameNeeded' } },
    });
    await client.post('/api/sign-in/link/redeem', { secret, name: '李雷' });
    expect(await client.get('/api/account')).toMatchObject({
      me: { name: '李雷', language: 'zh-Hans', isAdministrator: false, organizations: [] },
    });
  });

  test('given a request with another Host, when it asks for a link, then the mail leads to the configured address', async () => {
    for (const publicUrl of ['https://plenary.example.org', null]) {
      const server = await startServer({ http: { publicUrl } });
      const admin = await server.app.operations.administratorLink();
      expect(admin).toMatch(publicUrl ?? server.url);
      await server.app.fastify.inject({
        method: 'POST',
        url: '/api/sign-in/link',
        headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
        payload: { email: 'a@example.org', language: 'en' },
      });
      await server.app.accounts.afterwards.settled();
      const [letter] = await server.app.outbox.list();
      expect(letter?.letter.text).toContain(`${publicUrl ?? server.url}/sign-in#k=`);
      expect(JSON.stringify(letter)).not.toContain('evil');
    }
  });

  test('given what is no single address, when a link is asked for, then it is refused', async () => {
    const client = new AccountClient((await startServer()).url);
    const injected = 'a@b.org\r\nBcc: c@d.org';
    for (const email of ['a b@example.org', 'a@example', 'a@b.org,c@d.org', injected, '<a@b.org>', '@b.org', '']) {
      const reply = await client.ask('POST', '/api/sign-in/link', { email, language: 'en' });
      expect(reply, email).toMatchObject({ status: 400, body: { error: { code: 'http/invalid' } } });
    }
  });
});

describe('sessions', () => {
  test('given http and https, when somebody signs in, then the cookie has its flags', async () => {
    for (const [publicUrl, wanted] of [
      [null, /^plenary_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/],
      [
        'https://plenary.example.org',
        /^__Host-plenary_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/,
      ],
    ] as const) {
      const server = await startServer({ http: { publicUrl } });
      const secret = secretOf((await server.app.operations.administratorLink()) ?? '');
      const reply = await new AccountClient(server.url).ask(
        'POST',
        '/api/administrator',
        { secret, ...person },
        { origin: publicUrl ?? server.url },
      );
      expect(reply.status).toBe(201);
      expect(reply.headers.get('set-cookie')).toMatch(wanted);
      expect(reply.headers.get('cache-control')).toBe('no-store');
    }
  });

  test('given a planted token, when somebody signs in, then the session has another, and the planted one opens nothing', async () => {
    const server = await startServer();
    await administratorOf(server);
    const planted = 'A'.repeat(43);
    const victim = new AccountClient(server.url);
    victim.cookie = `plenary_session=${planted}`;
    await victim.post('/api/sign-in/link', { email: 'v@example.org', language: 'en' });
    const secret = secretOf(await linkMailedTo(server, 'v@example.org'));
    await victim.post('/api/sign-in/link/redeem', { secret, name: 'V' });
    expect(victim.cookie).not.toContain(planted);
    const thief = new AccountClient(server.url);
    thief.cookie = `plenary_session=${planted}`;
    expect(await thief.get('/api/account')).toEqual({ me: null });

    const before = victim.cookie;
    await victim.post('/api/sign-in/link', { email: 'v@example.org', language: 'en' });
    await victim.post('/api/sign-in/link/redeem', { secret: secretOf(await linkMailedTo(server, 'v@example.org')) });
    thief.cookie = before;
    expect(await thief.get('/api/account')).toEqual({ me: null });
  });

  test('given two browsers, when one ends the other’s session, then the other is out at its next request', async () => {
    const server = await startServer();
    const { client: one, email } = await signUp(server, { email: 'two@example.org' });
    const other = new AccountClient(server.url);
    await other.post('/api/sign-in/link', { email, language: 'en' });
    await other.post('/api/sign-in/link/redeem', { secret: secretOf(await linkMailedTo(server, email)) });
    const { sessions } = await one.get<{ sessions: { id: string; isThis: boolean }[] }>('/api/account/sessions');
    expect(sessions).toHaveLength(2);
    const theOther = sessions.find(({ isThis }) => !isThis)?.id;
    expect(await other.get('/api/account')).toMatchObject({ me: { name: 'two' } });
    await one.done('DELETE', `/api/account/sessions/${theOther}`);
    expect(await other.ask('GET', '/api/account/sessions')).toMatchObject({ status: 401 });
    const stranger = await signUp(server, { email: 'stranger@example.org' });
    const mine = sessions.find(({ isThis }) => isThis)?.id;
    expect(await stranger.client.ask('DELETE', `/api/account/sessions/${mine}`)).toMatchObject({ status: 404 });
    await one.post('/api/sign-out');
    expect(one.cookie).toBe('plenary_session=');
    expect(await one.get('/api/account')).toEqual({ me: null });
  });

  test('given time goes by, when a session is used, then it lives on, but not for ever; unused it ends', async () => {
    const clock = createManualClock();
    const server = await startServer({ clock });
    const DAY = 24 * 60 * MINUTE;
    const { client: used } = await signUp(server, { email: 'used@example.org' });
    const { client: unused } = await signUp(server, { email: 'unused@example.org' });
    for (let day = 0; day < 175; day += 25) {
      clock.advance(25 * DAY);
      expect(await used.get('/api/account')).toMatchObject({ me: { name: 'used' } });
    }
    expect(await unused.get('/api/account')).toEqual({ me: null });
    clock.advance(6 * DAY);
    expect(await used.get('/api/account')).toEqual({ me: null });
  });
});

describe('pages of other sites', () => {
  test('given a session, when another site’s page asks to change something, then 403, and nothing has changed', async () => {
    const server = await startServer();
    const { client } = await signUp(server, { email: 'a@example.org', name: 'A' });
    const ask = async (headers: Record<string, string>) =>
      (
        await fetch(`${server.url}/api/account`, {
          method: 'PATCH',
          headers: { cookie: client.cookie, 'content-type': 'application/json', ...headers },
          body: '{"name":"Mallory"}',
        })
      ).status;
    expect(await ask({ origin: 'https://evil.example' })).toBe(403);
    expect(await ask({ origin: 'null' })).toBe(403);
    expect(await ask({ origin: server.url, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await ask({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await ask({})).toBe(403);
    expect(await client.get('/api/account')).toMatchObject({ me: { name: 'A' } });
    expect(await ask({ 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await ask({ origin: server.url })).toBe(200);
  });

  test('given no session, when another site’s page tries to sign its reader in, then 403', async () => {
    const server = await startServer();
    const secret = secretOf((await server.app.operations.administratorLink()) ?? '');
    const reply = await new AccountClient(server.url).ask(
      'POST',
      '/api/administrator',
      { secret, ...person },
      { origin: 'https://evil.example' },
    );
    expect(reply).toMatchObject({ status: 403, body: { error: { code: 'access/foreignPage' } } });
    expect(reply.headers.get('set-cookie')).toBeNull();
  });
});
