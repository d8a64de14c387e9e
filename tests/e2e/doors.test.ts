// From the first administrator to a guest in the room: the printed link, an authenticator app, an invitation, a mail link, a passkey, a workshop of
// the organization, the lobby. One browser, three people, everything by the pages; what is mailed is read in the outbox, as an administrator would.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeAt, fromBase32, stepAt } from '../../server/accounts/totp.ts';
import { launchChromium } from '../support/chromium.ts';
import { found, knock, LIMIT } from '../support/room-pages.ts';
import { serverProcess, type ServerProcess } from '../support/server-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-doors-'));
const PASSWORD = 'a sentence that only I would say';
const MEMBER = 'mei.wang@nrdc.example.org';
let server: ServerProcess;
let browser: Browser;

/** Passkeys are bound to a name: the same server, called by one. */
const named = (address: string): string => address.replace('127.0.0.1', 'localhost');

const come = async (): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  context.setDefaultTimeout(LIMIT);
  return context.newPage();
};

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

const menu = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: /^Your menu/ }).click();
  await page.locator('plenary-person-menu').getByText(name, { exact: true }).click();
};

const signOut = async (page: Page): Promise<void> => {
  await menu(page, 'Sign out');
  await page.getByRole('link', { name: 'Sign in', exact: true }).first().waitFor();
};

/** The link in the newest letter to an address, as an administrator opens it in the outbox. */
const mailedTo = async (administrator: Page, address: string): Promise<string> => {
  await administrator.reload();
  const letter = administrator.locator('plenary-outbox li', { hasText: address }).first();
  await letter.getByRole('button').last().click();
  const text = (await letter.locator('pre').textContent()) ?? '';
  return named(/https?:\/\/\S+/.exec(text)?.[0] ?? '');
};

const begin = async (page: Page): Promise<void> => {
  await page.goto(named(`${server.url}/sign-in`));
  await press(page, 'Use a password');
};

const byPassword = async (page: Page, email: string): Promise<void> => {
  await begin(page);
  await page.getByLabel('Mail address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await press(page, 'Sign in');
  await page.getByRole('heading', { name: 'One more step' }).waitFor();
};

const setPassword = async (page: Page): Promise<void> => {
  await press(page, 'Set a password');
  await page.getByLabel('New password').fill(PASSWORD);
  await press(page, 'Set a password');
  await page.locator('plenary-proofs li', { hasText: 'Password' }).waitFor();
};

/** A device of this page's own that holds keys and says yes; answers what it was asked to do so far. */
const giveDevice = async (page: Page): Promise<() => Promise<{ keys: number; uses: number }>> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return async () => {
    const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId });
    return { keys: credentials.length, uses: Math.max(0, ...credentials.map(({ signCount }) => signCount)) };
  };
};

beforeAll(async () => {
  server = await serverProcess(folder, { MEDIA_ANNOUNCED_ADDRESS: '127.0.0.1' });
  [browser] = await Promise.all([launchChromium(), server.start()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('from the first administrator to a guest in the room, with passkey and TOTP', async () => {
  // The administrator, by the link that the fresh server printed; it works once.
  const administrator = await come();
  await expect.poll(() => server.output(), { timeout: LIMIT }).toContain('/administrator#k=');
  const printed = named(/https?:\/\/\S+\/administrator#k=\S+/.exec(server.output())?.[0] ?? '');
  await administrator.goto(printed);
  await administrator.getByLabel('Your name').fill('Chen Li');
  await administrator.getByLabel('Mail address').fill('chen.li@plenary.example.org');
  await press(administrator, 'Make my account');
  await administrator.getByRole('heading', { name: 'Your account' }).waitFor();
  const late = await come();
  await late.goto(printed);
  await late.locator('plenary-arrival [role=alert]').waitFor();
  await late.context().close();

  // An authenticator app, a password beside it, and in again by both.
  await press(administrator, 'Set up an authenticator app');
  const secret = (await administrator.locator('plenary-proofs .secret').textContent()) ?? '';
  const code = (later: number): string => codeAt(fromBase32(secret), stepAt(Date.now()) + later);
  await administrator.getByLabel('Code the app shows').fill(code(0));
  await press(administrator, 'Confirm');
  await administrator.locator('plenary-proofs .codes li').nth(9).waitFor();
  await press(administrator, 'I have kept them');
  await setPassword(administrator);
  await signOut(administrator);
  await byPassword(administrator, 'chen.li@plenary.example.org');
  await administrator.getByLabel(/^Code from your app/).fill('000000');
  await press(administrator, 'Confirm');
  await administrator.locator('plenary-second-step [role=alert]').waitFor();
  // The app's next code: the one before was spent on setting it up.
  await administrator.getByLabel(/^Code from your app/).fill(code(1));
  await press(administrator, 'Confirm');
  await administrator.getByRole('heading', { name: 'Your account' }).waitFor();

  // An organization, and a member invited to it by mail.
  await menu(administrator, 'Installation');
  await administrator.getByLabel('Name in English').fill('City Peaking Platform');
  await press(administrator, 'Found it');
  await administrator.getByRole('heading', { name: 'City Peaking Platform' }).waitFor();
  await administrator.getByLabel('Mail address').fill(MEMBER);
  await administrator.locator('#invite-role').selectOption('organizer');
  await press(administrator, 'Invite');
  await administrator.locator('li', { hasText: MEMBER }).waitFor();
  await menu(administrator, 'Installation');

  const member = await come();
  await member.goto(await mailedTo(administrator, MEMBER));
  await member.getByRole('heading', { name: 'Join City Peaking Platform' }).waitFor();
  await member.getByLabel('Your name').fill('Mei Wang');
  await press(member, 'Make an account and join');
  await member.locator('plenary-account').getByText('City Peaking Platform').waitFor();
  await signOut(member);

  // Again by a link in a mail; then a passkey, and a password that needs it.
  await member.goto(named(`${server.url}/sign-in`));
  await member.getByLabel('Mail address').fill(MEMBER);
  await press(member, 'Send me a link');
  await member.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
  await member.goto(await mailedTo(administrator, MEMBER));
  await press(member, 'Sign in as Mei Wang');
  await member.getByRole('heading', { name: 'Your account' }).waitFor();
  const device = await giveDevice(member);
  await press(member, 'Add a passkey');
  await member.getByLabel('Name of this device').fill('My laptop');
  await press(member, 'Add a passkey');
  await member.locator('plenary-proofs li', { hasText: 'My laptop' }).waitFor();
  expect((await device()).keys).toBe(1);
  await setPassword(member);
  await signOut(member);

  // The password alone opens nothing; with the passkey as the second step it does. And the passkey alone does.
  await byPassword(member, MEMBER);
  expect(await member.evaluate(async () => (await (await fetch('/api/account')).json()) as unknown)).toEqual({
    me: null,
  });
  const before = await device();
  await press(member, 'Use a passkey');
  await member.getByRole('heading', { name: 'Your account' }).waitFor();
  expect((await device()).uses).toBeGreaterThan(before.uses);
  await signOut(member);
  await begin(member);
  await press(member, 'Use a passkey');
  await member.getByRole('heading', { name: 'Your account' }).waitFor();

  // Guests may not start workshops here; the member may, and it is the organization's.
  await administrator.getByLabel('Anybody may start a workshop without signing in').uncheck();
  const guest = await come();
  await expect
    .poll(async () => {
      await guest.goto(named(server.url));
      await guest.locator('plenary-workshop-lists p, plenary-workshop-lists section').first().waitFor();
      return guest.getByRole('button', { name: 'Start a workshop now' }).count();
    })
    .toBe(0);
  await guest.getByRole('link', { name: 'Sign in to start one' }).waitFor();
  const links = await found(member, named(server.url), 'Green consumption in practice', 'Mei Wang');
  await menu(administrator, 'Your account');
  await administrator.locator('plenary-own-workshops li', { hasText: 'Green consumption in practice' }).waitFor();

  // A guest by link: waits in the lobby, is let in, is in the room.
  await knock(guest, links.get('participant') ?? '', 'Omar Haddad');
  await guest.locator('plenary-lobby').waitFor();
  expect(await guest.locator('plenary-room').count()).toBe(0);
  await press(member, /^People/);
  await press(member, 'Let Omar Haddad in');
  await guest.locator('plenary-room').waitFor();
  await member.locator('plenary-people').getByText('Omar Haddad').first().waitFor();
}, 180_000);
