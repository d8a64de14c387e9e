// What belongs to accounts: workshops of their organization, seats with and without a link, a copy of everything, and an end.
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openStores } from '../../../../server/storage/stores.ts';
import { id, type WorkshopId } from '../../../../shared/kernel/ids.ts';
import { administratorOf, AccountClient, signUp } from '../../../support/account-client.ts';
import { enter, post, startWorkshop, type Founded, type SeatKey } from '../../../support/node-participant.ts';
import { connect } from '../../../support/seat-client.ts';
import { startServer } from '../../../support/server.ts';

const wish = { title: 'T', language: 'en', name: 'Ann', timeZone: 'UTC' };

test('given an organizer founds a workshop, when a colleague takes a seat without a link, then as chair, once; an editor and a stranger may not', async () => {
  const server = await startServer();
  const ann = await signUp(server, { email: 'ann@example.org', organizationRole: 'organizer' });
  const bo = await signUp(server, { email: 'bo@example.org', organizationRole: 'organizer' });
  const editor = await signUp(server, { email: 'ed@example.org', organizationRole: 'editor' });
  const stranger = await signUp(server, { email: 'eve@example.org' });
  const founded = await ann.client.post<Founded>('/api/workshops', wish);
  const path = `/api/workshops/${founded.workshop}/seats/own`;
  const taken = await bo.client.post<SeatKey>(path);
  const chair = await connect(server.url, taken);
  expect(chair.welcome?.view.participants.seats[taken.seat as never]).toMatchObject({ role: 'chair' });
  const again = await bo.client.post<SeatKey>(path);
  expect(again.seat).toBe(taken.seat);
  expect((await connect(server.url, again)).welcome?.view.participants.seats[taken.seat as never]).toBeDefined();
  for (const other of [editor, stranger]) expect(await other.client.ask('POST', path)).toMatchObject({ status: 403 });
  expect(await editor.client.get('/api/account/workshops')).toMatchObject({ owned: [{ id: founded.workshop }] });
  expect(await stranger.client.get('/api/account/workshops')).toEqual({ owned: [], attended: [] });

  const guests = await startWorkshop(server.url, 'nobody’s', 'Gus');
  const refused = await bo.client.ask('POST', `/api/workshops/${guests.workshop}/seats/own`);
  const unknown = await bo.client.ask('POST', '/api/workshops/nowhere/seats/own');
  expect([refused.status, refused.text]).toEqual([unknown.status, unknown.text]);
  expect(refused.status).toBe(403);
});

test('given a member of two organizations, when a workshop is founded, then for the one that is chosen; another’s is refused like none', async () => {
  const server = await startServer();
  const house = await administratorOf(server);
  await house.client.done('PATCH', '/api/administration/settings', { anybodyMayFound: true });
  const { client, organization: first } = await signUp(server, { email: 'ann@example.org', organizationRole: 'owner' });
  const found = (who: AccountClient, name: string) =>
    who.post<{ organization: string }>('/api/organizations', { name: { en: name } });
  const { organization: second } = await found(client, 'Second House');
  const stranger = await signUp(server, { email: 'eve@example.org' });
  const { organization: others } = await found(stranger.client, 'Their House');
  const begun: string[] = [];
  for (const organization of [undefined, first, second])
    begun.push(
      (await client.post<Founded>('/api/workshops', { ...wish, ...(organization && { organization }) })).workshop,
    );
  const refused = await client.ask('POST', '/api/workshops', { ...wish, organization: others });
  const unknown = await client.ask('POST', '/api/workshops', { ...wish, organization: 'nobodys' });
  expect([refused.status, refused.text]).toEqual([403, unknown.text]);
  await server.close();
  const stores = await openStores({ folder: server.folder });
  const owners = begun.map(
    async (workshop) => (await stores.organizations.ownerOf(id<WorkshopId>(workshop)))?.organization,
  );
  expect(await Promise.all(owners)).toEqual([first, first, second]);
  await stores.close();
});

test('given guests may not start workshops, when a guest or a stranger tries, then a word, and none is offered it; an organizer may', async () => {
  const server = await startServer();
  const { client } = await administratorOf(server);
  await client.done('PATCH', '/api/administration/settings', { guestsMayStart: false });
  const stranger = await signUp(server, { email: 'eve@example.org' });
  const guest = new AccountClient(server.url);
  for (const [path, body] of [
    ['/api/workshops', wish],
    ['/api/demo', { mode: 'held', name: 'A', language: 'en' }],
    ['/api/workshops/import', {}],
  ] as const) {
    expect(await guest.ask('POST', path, body), path).toMatchObject({ status: 401 });
    expect(await stranger.client.ask('POST', path, body), path).toMatchObject({ status: 403 });
  }
  expect(await client.ask('POST', '/api/workshops', wish)).toMatchObject({ status: 201 });
  const offered = [guest, stranger.client, client].map(async (who) => (await who.get('/api/installation')).beginning);
  expect(await Promise.all(offered)).toEqual(['signIn', 'invitation', 'open']);
});

test('given a guest’s seat, when an account claims it, then its copy holds what was done there; nobody else can claim it', async () => {
  const server = await startServer();
  const founded = await startWorkshop(server.url, 'Cities', 'Ann');
  const link = founded.links.find(({ role }) => role === 'speaker')?.url ?? '';
  const seat = await enter(server.url, link, 'Bo Guest');
  const guest = await connect(server.url, seat);
  const chair = await connect(server.url, founded);
  await chair.send({ type: 'session/begin' });
  await guest.send({ type: 'floor/raiseHand', topic: 'prices' });
  const bo = await signUp(server, { email: 'bo@example.org' });
  const eve = await signUp(server, { email: 'eve@example.org' });
  await bo.client.post('/api/account/claims', { seatToken: seat.seatToken });
  await bo.client.post('/api/account/claims', { seatToken: seat.seatToken });
  expect(await eve.client.ask('POST', '/api/account/claims', { seatToken: seat.seatToken })).toMatchObject({
    status: 403,
  });
  expect(await bo.client.get('/api/account/workshops')).toMatchObject({ attended: [{ id: founded.workshop }] });
  const copy = await fetch(`${server.url}/api/account/export`, { headers: { cookie: bo.client.cookie } });
  expect(copy.headers.get('content-disposition')).toContain('plenary-own-data.zip');
  const files = Object.entries(unzipSync(new Uint8Array(await copy.arrayBuffer())));
  const texts = files.map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  expect(texts.map(([name]) => name)).toEqual([
    'account.json',
    `workshops/${founded.workshop}/${seat.seat}/workshop.json`,
  ]);
  const [account, attended] = texts.map(([, text]) => JSON.parse(text) as unknown);
  expect(account).toMatchObject({ account: { name: 'bo' }, identities: [{ subject: 'bo@example.org' }] });
  expect(attended).toMatchObject({ person: { name: { asWritten: 'Bo Guest' } }, role: 'speaker' });
  const whole = texts.map(([, text]) => text).join('');
  expect(whole).toContain('prices');
  expect(whole).not.toMatch(/hash|Ann/i);
});

test('given an account is closed, when looked for, then nowhere, and what was said in workshops is still there; the last ones stay', async () => {
  const server = await startServer();
  const { client } = await administratorOf(server);
  expect(await client.ask('DELETE', '/api/account')).toMatchObject({ status: 409 });
  const bo = await signUp(server, { email: 'bo@example.org', organizationRole: 'organizer' });
  const founded = await bo.client.post<Founded>('/api/workshops', { ...wish, name: 'Bo' });
  const { cookie } = bo.client;
  await bo.client.done('DELETE', '/api/account');
  bo.client.cookie = cookie;
  expect(await bo.client.get('/api/account')).toEqual({ me: null });
  const lists = JSON.stringify([
    await client.get('/api/administration/accounts'),
    await client.get(`/api/organizations/${bo.organization}`),
    await client.get('/api/administration/outbox'),
  ]);
  expect(lists).not.toContain('bo@example.org');
  expect(await client.get('/api/account/workshops')).toMatchObject({ owned: [{ id: founded.workshop }] });
  const chair = await connect(server.url, founded);
  expect(Object.values(chair.welcome?.view.roster.people ?? {})).toMatchObject([{ name: { asWritten: 'Bo' } }]);
  const back = await post<object>(server.url, '/api/sign-in/link', { email: 'bo@example.org', language: 'en' });
  expect(back).toEqual({});
});
