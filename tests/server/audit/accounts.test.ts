// What people do with accounts, members, the directory and the settings stands in the audit log by name of the act, with ids and no addresses.
import { expect, test } from 'vitest';
import { administratorOf, AccountClient, signUp } from '../../support/account-client.ts';
import { startServer } from '../../support/server.ts';
import { Visit } from '../../support/visit.ts';
import { gather } from '../../support/workshop-cast.ts';

interface Line {
  readonly action: string;
  readonly outcome: string;
  readonly account?: string;
  readonly target?: string;
  readonly code?: string;
  readonly workshop?: string;
  readonly organization?: string;
}

test('given accounts used and tried, when the log is read by kind, then each act has its name, who did it and to whom', async () => {
  const server = await startServer();
  const admin = await administratorOf(server);
  const member = await signUp(server, { email: 'mei@example.org', name: 'Mei Lin', organizationRole: 'editor' });
  const { organization } = member;
  await new AccountClient(server.url).ask('POST', '/api/sign-in/password', {
    email: member.email,
    password: 'no no no',
  });
  await admin.client.done('PATCH', `/api/organizations/${organization}/members/${member.account}`, {
    role: 'organizer',
  });
  await admin.client.done('PATCH', '/api/administration/settings', { guestsMayStart: false });
  await member.client.ask('PATCH', '/api/administration/settings', { guestsMayStart: true });
  await member.client.get('/api/account/export');
  await admin.client.get('/api/directory/table.csv?kind=person');
  await member.client.done('DELETE', '/api/account/sessions');

  const page = (kind: string) =>
    admin.client.get<{ records: Line[]; accounts: Record<string, string> }>(`/api/administration/audit?kind=${kind}`);
  const { records: signIns, accounts } = await page('signIn');
  expect(signIns).toMatchObject([
    { action: 'signIn/byPassword', outcome: 'refused', code: 'account/wrongPassword' },
    { action: 'signIn/firstAdministrator', outcome: 'done', account: admin.account },
  ]);
  expect(accounts).toEqual({ [admin.account]: 'Ada Min' });
  expect((await page('members')).records).toMatchObject([
    { action: 'members/roleChanged', account: admin.account, organization, target: `${member.account} organizer` },
    { action: 'members/joined', account: member.account },
    { action: 'members/invited', account: admin.account, organization },
    { action: 'members/organizationFounded', account: admin.account },
  ]);
  expect((await page('settings')).records).toMatchObject([
    { action: 'settings/changed', outcome: 'refused', account: member.account, code: 'account/denied' },
    { action: 'settings/changed', outcome: 'done', account: admin.account, target: 'guestsMayStart=false' },
  ]);
  expect((await page('exports')).records).toMatchObject([
    { action: 'exports/directory', account: admin.account },
    { action: 'exports/ownCopy', account: member.account },
  ]);
  expect((await page('account')).records).toMatchObject([{ action: 'account/otherSessionsEnded' }]);
  const lines = await admin.client.ask('GET', '/api/administration/audit.jsonl');
  expect(lines.text).not.toMatch(/@|Mei Lin|Ada Min/);
});

test('given a workshop, when its chair asks for the log, then it is that workshop’s alone, and no participant reads it', async () => {
  const server = await startServer();
  const [mine, other] = [await gather(server.url), await gather(server.url)];
  const guest = await mine.admit('Guest');
  await other.chair.send({ type: 'session/begin' });
  const { workshop } = mine.founded;
  const ask = (path: string, token: string) => new Visit(server.url).ask<{ records: Line[] }>('GET', path, { token });
  const read = await ask(`/api/workshops/${workshop}/audit?kind=doors`, mine.founded.seatToken);
  expect(read.status).toBe(200);
  expect(read.body.records.length).toBeGreaterThan(0);
  expect(new Set(read.body.records.map((one) => one.workshop))).toEqual(new Set([workshop]));
  const lines = await ask(`/api/workshops/${workshop}/audit.jsonl`, mine.founded.seatToken);
  expect(lines.text).toContain('"lobby/admit"');
  expect(lines.text).not.toContain(other.founded.workshop);
  expect((await ask(`/api/workshops/${workshop}/audit`, guest.key.seatToken)).body).toMatchObject({
    error: { code: 'access/denied' },
  });
  expect((await ask(`/api/workshops/${workshop}/audit`, other.founded.seatToken)).status).toBe(401);
});
