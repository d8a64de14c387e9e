// After a purge nothing of what was purged is found: not in any table, not in a file, not in the index, not in the database's own bytes.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { administratorOf, AccountClient } from '../../support/account-client.ts';
import { everythingStored } from '../../support/everything-stored.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { startPostgres, type TemporaryPostgres } from '../../support/postgres.ts';
import { startServer } from '../../support/server.ts';
import { Visit } from '../../support/visit.ts';
import { gather } from '../../support/workshop-cast.ts';

const DAY_MS = 86_400_000;

const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#123456' } })
    .jpeg()
    .toBuffer();

/** Words that stand for each kind that is purged; none of them may be found afterwards. */
const MARKS = {
  attempts: 'triedmark@example.org',
  letters: 'lettermark@example.org',
  invitations: 'invitedmark@example.org',
  sessions: 'BrowserMark/1.0',
  directory: 'Actmark',
  links: 'Linkmark',
  desk: 'Deskmark',
  waiting: 'Waitmark',
  chat: 'Chatmark',
} as const;
const COMING = /participants\/arrived|participants\/left|connectionLost/;

const filled = async (databaseUrl?: string) => {
  const clock = createManualClock();
  const server = await startServer({ clock, ...(databaseUrl !== undefined && { databaseUrl }) });
  const admin = await administratorOf(server);
  const { client, organization } = admin;
  await new AccountClient(server.url).post('/api/sign-in/link', { email: MARKS.letters, language: 'en' });
  await new AccountClient(server.url).ask('POST', '/api/sign-in/password', {
    email: MARKS.attempts,
    password: 'not it',
  });
  await client.post(`/api/organizations/${organization}/invitations`, {
    email: MARKS.invitations,
    role: 'editor',
    language: 'en',
  });
  const link = await server.app.operations.signInLink(admin.email);
  const secret = new URL(link ?? '').hash.slice('#k='.length);
  const browser = new AccountClient(server.url);
  await browser.ask('POST', '/api/sign-in/link/redeem', { secret }, { 'user-agent': MARKS.sessions });
  const portrait = async (): Promise<string> => {
    const reply = await fetch(`${server.url}/api/directory/portraits`, {
      method: 'POST',
      headers: { 'content-type': 'image/jpeg', cookie: client.cookie, origin: server.url },
      body: new Uint8Array(await picture()),
    });
    return ((await reply.json()) as { portrait: string }).portrait;
  };
  const enter = async (asWritten: string, face: string) => {
    const person = { kind: 'person', name: { asWritten }, positions: [], externalIds: [], portrait: face };
    const { entry, version } = await client.post<{ entry: { id: string }; version: number }>(
      '/api/directory/entries',
      person,
    );
    return { wish: person, seen: { id: entry.id, version } };
  };
  const portraits = { removed: await portrait(), merged: await portrait(), unused: await portrait() };
  const shared = await portrait();
  const removed = await enter(MARKS.directory, portraits.removed);
  const removedToo = await enter(`${MARKS.directory} Shared`, shared);
  const merged = await enter(`${MARKS.directory} Twice`, portraits.merged);
  const stays = await enter('Somebody Else', shared);
  await client.post('/api/directory/removals', removed.seen);
  await client.post('/api/directory/removals', removedToo.seen);
  await client.post('/api/directory/merges', { into: stays.seen, gone: merged.seen, merged: stays.wish });

  const { chair, founded, admit } = await gather(server.url);
  const visit = new Visit(server.url);
  const token = founded.seatToken;
  const links = `/api/workshops/${founded.workshop}/links`;
  const made = await visit.ask<{ id: string }>('POST', links, {
    body: { role: 'observer', label: MARKS.links },
    token,
  });
  await visit.ask('DELETE', `${links}/${made.body.id}`, { token });
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(await picture())]), 'p.jpg');
  const upload = await fetch(`${server.url}/api/workshops/${founded.workshop}/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  const { id: file } = (await upload.json()) as { id: string };
  const guest = await admit('Guest');
  await chair.send({ type: 'session/begin' });
  await chair.send({ type: 'desk/say', text: MARKS.desk });
  await chair.send({ type: 'lobby/tellWaiting', text: MARKS.waiting });
  await chair.send({ type: 'chat/say', to: { kind: 'all' }, text: MARKS.chat });
  clock.advance(600_000);
  await chair.send({ type: 'session/end' });
  for (const one of [guest, chair]) one.socket.close();
  const { room } = (await server.app.registry.find(founded.workshop as never)) ?? {};
  if (!room) throw new Error('no room');
  const gone = (): boolean =>
    Object.values(room.state.participants.seats).every(({ presence }) => presence.kind === 'lost');
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (gone()) resolve();
    };
    room.listen(look);
    look();
  });
  await server.app.accounts.afterwards.settled();
  return { server, clock, client, founded, file, portraits: Object.values(portraits), shared, room };
};

const engines = ['SQLite', 'PostgreSQL'] as const;
describe.each(engines)('on %s', (engine) => {
  let postgres: TemporaryPostgres | null = null;
  beforeAll(async () => {
    if (engine === 'PostgreSQL') postgres = await startPostgres();
  });
  afterAll(() => postgres?.remove());

  test('given data of every kind that are older than they are kept, when purged, then nothing of them is found anywhere', async () => {
    const url = postgres?.url;
    const { server, clock, client, founded, file, portraits, shared, room } = await filled(url);
    const { records: log } = await client.get<{ records: { id: string }[] }>('/api/administration/audit');
    const oldest = log.at(-1)?.id ?? '';
    const before = await everythingStored(server.folder, url);
    for (const mark of Object.values(MARKS)) if (mark !== MARKS.attempts) expect(before, mark).toContain(mark);
    const faces = () => readdirSync(join(server.folder, 'portraits')).toSorted();
    expect(faces()).toEqual([...portraits, shared].map((one) => `${one}.webp`).toSorted());
    expect(before).toContain(file);
    expect(before).toContain(oldest);
    expect(before).toMatch(COMING);

    // Nobody is here any more, two years later. The first night's purge is on its way and finds nothing old yet; asking meanwhile is that one.
    clock.advance(100_000);
    await room.inTurn(() => undefined);
    clock.advance(800 * DAY_MS);
    await server.app.operations.purge();
    const counts = await server.app.operations.purge();
    for (const [kind, count] of Object.entries(counts)) expect(count, kind).toBeGreaterThan(0);
    expect(Object.keys(counts)).toHaveLength(11);
    const again = await server.app.operations.purge();
    for (const [kind, count] of Object.entries(again)) expect(count, kind).toBe(0);

    const { room: after } = (await server.app.registry.find(founded.workshop as never)) ?? {};
    expect(after?.state.participants.visits.length).toBeGreaterThan(0);
    await server.close();
    const left = await everythingStored(server.folder, url);
    expect(faces()).toEqual([`${shared}.webp`]);
    for (const mark of [...Object.values(MARKS), file, ...portraits, oldest])
      expect(left.includes(mark), mark).toBe(false);
    for (const token of ['actmark', 'linkmark']) expect(left.includes(token), token).toBe(false);
    expect(left).not.toMatch(COMING);
    expect(left).toContain('privacy/purged');
  });
});
