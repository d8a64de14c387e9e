// Passwords and the second step over HTTP: an authenticator app, recovery codes, tries that run out, and changes that need a fresh sign-in.
import { expect, test } from 'vitest';
import { codeAt, fromBase32, stepAt } from '../../../../server/accounts/totp.ts';
import { AccountClient, linkMailedTo, signUp } from '../../../support/account-client.ts';
import { createManualClock, type ManualClock } from '../../../support/manual-clock.ts';
import { startServer, type TestServer } from '../../../support/server.ts';

const PASSWORD = 'correct horse battery staple';
const MINUTE = 60_000;
const secretOf = (link: string): string => new URL(link).hash.slice('#k='.length);
const codeNow = (secret: string, clock: ManualClock): string => codeAt(fromBase32(secret), stepAt(clock.now()));

const withApp = async (server: TestServer, clock: ManualClock, email: string) => {
  const { client } = await signUp(server, { email });
  const { step, secret, address } = await client.post<{ step: string; secret: string; address: string }>(
    '/api/account/totp/begin',
  );
  expect(address).toBe(`otpauth://totp/Plenary:${encodeURIComponent(email)}?secret=${secret}&issuer=Plenary`);
  expect(await client.ask('POST', '/api/account/totp', { step, code: '000000' })).toMatchObject({ status: 422 });
  const { recovery } = await client.post<{ recovery: string[] }>('/api/account/totp', {
    step,
    code: codeNow(secret, clock),
  });
  expect(new Set(recovery).size).toBe(10);
  await client.done('PUT', '/api/account/password', { password: PASSWORD });
  clock.advance(MINUTE);
  return { client, secret, recovery };
};

const firstStep = async (server: TestServer, email: string) => {
  const browser = new AccountClient(server.url);
  const answer = await browser.post<{ state: string; step: string; by: string[] }>('/api/sign-in/password', {
    email,
    password: PASSWORD,
  });
  expect(answer).toMatchObject({ state: 'secondStep', by: ['code'] });
  expect(browser.cookie).toBe('');
  return { browser, step: answer.step };
};

test('given password and app, when signed in, then only with both, each code once; recovery codes stand in, once each', async () => {
  const clock = createManualClock();
  const server = await startServer({ clock });
  const email = 'ann@example.org';
  const { client, secret, recovery } = await withApp(server, clock, email);

  const { browser, step } = await firstStep(server, email);
  const code = codeNow(secret, clock);
  expect(await browser.ask('POST', '/api/sign-in/code', { step, code: '123456' })).toMatchObject({ status: 401 });
  expect(await browser.post('/api/sign-in/code', { step, code })).toEqual({ state: 'signedIn' });
  expect(await browser.get('/api/account')).toMatchObject({ me: { name: 'ann' } });
  expect(await browser.ask('POST', '/api/sign-in/code', { step, code })).toMatchObject({ status: 403 });

  const again = await firstStep(server, email);
  expect(await again.browser.ask('POST', '/api/sign-in/code', { step: again.step, code })).toMatchObject({
    status: 401,
    body: { error: { code: 'account/wrongCode' } },
  });
  const typed = (recovery[0] ?? '').toLowerCase().replaceAll('-', ' ');
  expect(await again.browser.post('/api/sign-in/code', { step: again.step, code: typed })).toEqual({
    state: 'signedIn',
  });
  const third = await firstStep(server, email);
  expect(await third.browser.ask('POST', '/api/sign-in/code', { step: third.step, code: typed })).toMatchObject({
    status: 401,
  });
  expect(await client.get('/api/account/credentials')).toMatchObject({ recoveryLeft: 9 });

  // A link in a mail proves the mailbox alone; one that the operator printed is for who has lost the rest.
  const mailed = new AccountClient(server.url);
  await mailed.post('/api/sign-in/link', { email, language: 'en' });
  const link = secretOf(await linkMailedTo(server, email));
  expect(await mailed.post('/api/sign-in/link/redeem', { secret: link })).toMatchObject({ state: 'secondStep' });
  const printed = secretOf((await server.app.operations.signInLink(email)) ?? '');
  expect(await mailed.post('/api/sign-in/link/redeem', { secret: printed })).toEqual({ state: 'signedIn' });
});

test('given wrong codes, when there were enough, then even the right one must wait, and so the same for passwords of nobody', async () => {
  const clock = createManualClock();
  const server = await startServer({ clock });
  const { secret } = await withApp(server, clock, 'ann@example.org');
  const { browser, step } = await firstStep(server, 'ann@example.org');
  for (let n = 0; n < 5; n += 1) {
    expect(await browser.ask('POST', '/api/sign-in/code', { step, code: '000000' })).toMatchObject({ status: 401 });
  }
  const right = { step, code: codeNow(secret, clock) };
  const refused = await browser.ask('POST', '/api/sign-in/code', right);
  expect(refused).toMatchObject({ status: 429, body: { error: { code: 'account/wait', detail: '30' } } });
  expect(refused.headers.get('retry-after')).toBe('30');
  clock.advance(30_000);
  expect(await browser.post('/api/sign-in/code', { step, code: codeNow(secret, clock) })).toEqual({
    state: 'signedIn',
  });

  const answersFor = async (email: string) => {
    const answers: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      const { status, text } = await browser.ask('POST', '/api/sign-in/password', { email, password: 'not this one' });
      answers.push(`${status} ${text}`);
    }
    return answers;
  };
  const known = await answersFor('ann@example.org');
  expect(known).toEqual(await answersFor('nobody@example.org'));
  expect(known.at(-1)).toContain('429');
});

test('given no second factor, a short password, or a sign-in long ago, when a password is set, then it is refused', async () => {
  const clock = createManualClock();
  const server = await startServer({ clock });
  const { client } = await signUp(server, { email: 'bo@example.org' });
  const put = (password: string) => client.ask('PUT', '/api/account/password', { password });
  expect(await put(PASSWORD)).toMatchObject({ status: 409, body: { error: { code: 'account/secondFactorFirst' } } });
  expect(await put('nine char')).toMatchObject({ status: 400 });
  clock.advance(31 * MINUTE);
  for (const [method, path] of [
    ['PUT', '/api/account/password'],
    ['POST', '/api/account/totp/begin'],
    ['POST', '/api/account/recovery'],
    ['POST', '/api/account/passkeys/begin'],
    ['DELETE', '/api/account/credentials/x'],
  ] as const) {
    const body = method === 'PUT' ? { password: PASSWORD } : undefined;
    expect(await client.ask(method, path, body), path).toMatchObject({
      status: 403,
      body: { error: { code: 'account/signInAgain' } },
    });
  }
});

test('given the last second factor is taken away, then the password goes with it, and its owner hears of each change by mail', async () => {
  const clock = createManualClock();
  const server = await startServer({ clock });
  const { client } = await withApp(server, clock, 'cy@example.org');
  const list = await client.get<{ credentials: { id: string; kind: string }[] }>('/api/account/credentials');
  expect(list.credentials.map(({ kind }) => kind).sort()).toEqual(['password', 'totp']);
  const totp = list.credentials.find(({ kind }) => kind === 'totp')?.id;
  await client.done('DELETE', `/api/account/credentials/${totp}`);
  expect(await client.get('/api/account/credentials')).toEqual({ credentials: [], recoveryLeft: 0 });
  const letters = await server.app.outbox.list();
  const told = letters.filter(({ template }) => template === 'accountChanged').map(({ letter }) => letter.text);
  expect(told).toHaveLength(3);
  for (const change of ['an authenticator app was set up', 'a password was set', 'was taken away']) {
    expect(told.filter((text) => text.includes(change))).toHaveLength(1);
  }
});
