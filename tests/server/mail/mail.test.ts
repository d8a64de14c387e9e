// Letters by a real mail server: what they say and how, tries that fail and come again, crashes, and an installation without a mail server.
import { expect, test } from 'vitest';
import { writeLetter } from '../../../server/mail/write-letter.ts';
import { MAIL_TEMPLATES } from '../../../shared/languages/areas/mail.ts';
import { administratorOf, signUp } from '../../support/account-client.ts';
import { startMailServer } from '../../support/mail-server.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { startServer } from '../../support/server.ts';

const MINUTE = 60_000;
const wish = (key: string, more: object = {}) => ({
  key,
  to: 'ann@example.org',
  template: 'signIn' as const,
  values: { url: 'https://plenary.example.org/sign-in#k=SECRET' },
  language: 'zh-Hans' as const,
  ...more,
});
const unfold = (raw: string): string => raw.replaceAll('=\r\n', '').replaceAll('\r\n', '\n');

test('given a mail server, when a letter is posted twice, then one goes out, in both forms, in the reader’s language', async () => {
  const mail = await startMailServer();
  const { app } = await startServer({ mail: { server: mail.url, from: 'Plenary <plenary@example.org>' } });
  const calendar = { method: 'REQUEST' as const, ics: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR' };
  await app.outbox.post(wish('once', { calendar }));
  await app.outbox.post(wish('once'));
  await mail.until(1);
  await app.outbox.idle();
  const [letter] = mail.received;
  expect(mail.received).toHaveLength(1);
  expect(letter?.to).toBe('ann@example.org');
  const raw = unfold(letter?.raw ?? '');
  expect(raw).toContain('From: Plenary <plenary@example.org>');
  expect(raw).toContain('Auto-Submitted: auto-generated');
  expect(raw).toMatch(/Subject: =\?UTF-8\?/);
  expect(raw).toMatch(
    /multipart\/alternative[^]*text\/plain[^]*text\/html[^]*text\/calendar; charset=utf-8; method=REQUEST/,
  );
  const [kept] = await app.outbox.list();
  expect(kept).toMatchObject({ state: 'sent', tried: 1, fault: null });
  expect(JSON.stringify(kept)).not.toContain('SECRET');
});

test('given the mail server says later, then no, when the pauses are over, then it is tried again, and given up', async () => {
  const clock = createManualClock();
  const mail = await startMailServer();
  const server = await startServer({ clock, mail: { server: mail.url, from: 'a@example.org' } });
  const { outbox } = server.app;
  const state = async () => (await outbox.list())[0];
  mail.refuseWith = { responseCode: 451, message: 'come again' };
  await outbox.post(wish('later'));
  await outbox.idle();
  expect(await state()).toMatchObject({ state: 'waiting', tried: 1, fault: expect.stringContaining('come again') });
  clock.advance(MINUTE);
  await outbox.idle();
  expect(await state()).toMatchObject({ state: 'waiting', tried: 2 });
  clock.advance(MINUTE);
  await outbox.idle();
  expect(await state()).toMatchObject({ tried: 2 });
  mail.refuseWith = null;
  clock.advance(4 * MINUTE);
  await mail.until(1);
  await outbox.idle();
  expect(await state()).toMatchObject({ state: 'sent', tried: 3, fault: null });

  mail.refuseWith = { responseCode: 550, message: 'no such mailbox' };
  await outbox.post(wish('never'));
  await outbox.idle();
  expect((await outbox.list()).find(({ key }) => key === 'never')).toMatchObject({ state: 'failed', tried: 1 });
  await outbox.post(wish('too late', { worthlessAfter: clock.now() }));
  await outbox.idle();
  expect((await outbox.list()).find(({ key }) => key === 'too late')).toMatchObject({ state: 'failed', tried: 0 });
  expect(mail.received).toHaveLength(1);
});

test('given a letter for later and one met by a crash, when started again, then the first is sent in time, the other never twice', async () => {
  const clock = createManualClock();
  const mail = await startMailServer();
  const options = { clock, mail: { server: mail.url, from: 'a@example.org' } };
  const first = await startServer(options);
  await first.app.outbox.post(wish('tomorrow', { notBefore: clock.now() + 10 * MINUTE }));
  await first.close();
  const { openStores } = await import('../../../server/storage/stores.ts');
  const stores = await openStores({ folder: first.folder });
  const sending = { ...(await stores.outbox.list({ limit: 1 }))[0], id: 'crashed', key: 'crashed', state: 'sending' };
  await stores.outbox.add(sending as never);
  await stores.close();

  const second = await startServer({ ...options, folder: first.folder });
  await second.app.outbox.idle();
  expect(mail.received).toHaveLength(0);
  clock.advance(10 * MINUTE);
  await mail.until(1);
  await second.app.outbox.idle();
  const states = Object.fromEntries((await second.app.outbox.list()).map(({ key, state }) => [key, state]));
  expect(states).toEqual({ tomorrow: 'sent', crashed: 'failed' });
  const { client } = await administratorOf(second);
  await client.post('/api/administration/outbox/crashed/send');
  await mail.until(2);
});

test('given no mail server, when letters are written, then administrators read them, nobody else does, and signing in says so', async () => {
  const server = await startServer();
  const { client } = await administratorOf(server);
  const other = await signUp(server, { email: 'bo@example.org' });
  const list = await client.get<{ sends: boolean; letters: { id: string; state: string }[] }>(
    '/api/administration/outbox',
  );
  expect(list).toMatchObject({ sends: false, letters: [{ state: 'held', to: 'bo@example.org' }] });
  const path = `/api/administration/outbox/${list.letters[0]?.id}`;
  expect(await client.get(path)).toMatchObject({ text: expect.stringContaining(`${server.url}/sign-in#k=`) });
  expect(await client.ask('POST', `${path}/send`)).toMatchObject({ status: 409 });
  for (const hidden of [path, '/api/administration/outbox']) {
    expect(await other.client.ask('GET', hidden)).toMatchObject({ status: 403 });
    expect(await server.app.fastify.inject(hidden)).toMatchObject({ statusCode: 401 });
  }
  expect(await other.client.get('/api/sign-in')).toMatchObject({ sendsMail: false });
});

test('given names that are markup, when a letter is written, then they are words in it, and a subject stays one line', () => {
  const hostile = '<script>alert(1)</script>"&\r\nBcc: eve@example.org';
  for (const template of MAIL_TEMPLATES) {
    for (const language of ['en', 'zh-Hans'] as const) {
      const values = {
        url: 'https://a.example/x#k="><b>',
        inviter: hostile,
        organization: hostile,
        workshop: hostile,
        editor: hostile,
        role: 'owner',
        change: hostile,
        name: hostile,
        day: hostile,
        details: hostile,
      };
      const { subject, text, html } = writeLetter({ template, language, values });
      expect(subject).not.toMatch(/[\r\n{}]/);
      expect(text).not.toMatch(/[{}]/);
      expect(html).not.toContain('<script');
      expect(html).not.toContain('"><b>');
      expect(html).toMatch(/^<!doctype html>/);
    }
  }
});
