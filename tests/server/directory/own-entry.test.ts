// A speaker's own entry, and portraits: what is said of oneself reaches the directory's keepers and nobody else; a link in wrong hands is freed.
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { id, type DirectoryId, type PersonId, type SeatId } from '../../../shared/kernel/ids.ts';
import type { DirectoryPerson } from '../../../shared/directory/entries.ts';
import { signUp, type AccountClient } from '../../support/account-client.ts';
import { connect } from '../../support/seat-client.ts';
import { startServer } from '../../support/server.ts';
import { Visit } from '../../support/visit.ts';
import { gather } from '../../support/workshop-cast.ts';

interface Kept {
  readonly entry: DirectoryPerson;
  readonly version: number;
}

const setting = async () => {
  const server = await startServer();
  const { client: owner } = await signUp(server, { email: 'owner@example.org', organizationRole: 'owner' });
  const cast = await gather(server.url);
  const { workshop, seatToken } = cast.founded;
  const kept = await owner.post<Kept>('/api/directory/entries', {
    kind: 'person',
    name: { latin: { family: 'Qian', given: 'Jingjing', order: 'family-first' } },
    positions: [{ title: { en: 'Director' } }],
    email: 'qian@example.org',
    externalIds: [],
  });
  const person = { id: id<PersonId>('qian'), name: kept.entry.name, positions: [], directory: kept.entry.id };
  await cast.chair.send({ type: 'roster/putPerson', person });
  const visit = new Visit(server.url);
  const at = `/api/workshops/${workshop}`;
  const made = await visit.ask<{ url: string }>('POST', `${at}/links`, {
    body: { role: 'speaker', person: 'qian' },
    token: seatToken,
  });
  return { server, owner, cast, kept, at, link: made.body.url, visit: () => new Visit(server.url), person };
};

const portraitOf = async (owner: AccountClient, picture: Uint8Array) =>
  fetch(`${owner.url}/api/directory/portraits`, {
    method: 'POST',
    headers: { origin: owner.url, cookie: owner.cookie, 'content-type': 'image/jpeg' },
    body: picture as BodyInit,
  });

test('what a speaker says of the own entry changes nothing until a keeper takes it over, and is then settled', async () => {
  const { owner, kept, at, link, visit, server } = await setting();
  const speaker = visit();
  const { seatToken: token } = await speaker.enter(link, 'whoever');
  const own = await speaker.ask('GET', `${at}/own-entry`, { token });
  expect(own.body).toMatchObject({ person: { name: kept.entry.name }, personal: true, confirmed: false });
  expect(JSON.stringify(own.body)).not.toContain('example.org');

  const said = { name: { ...kept.entry.name, han: { family: '钱', given: '京京' } }, positions: [] };
  const suggested = await speaker.ask('POST', `${at}/own-entry`, { body: said, token });
  expect(suggested.status).toBe(201);
  expect((await speaker.ask('POST', `${at}/own-entry`, { body: said })).status).toBe(401);

  const { client: editor } = await signUp(server, { email: 'editor@example.org', organizationRole: 'editor' });
  expect((await editor.ask('GET', '/api/directory/suggestions')).status).toBe(403);
  const { suggestions } = await owner.get<{ suggestions: { id: string; about: Kept; said: unknown }[] }>(
    '/api/directory/suggestions',
  );
  expect(suggestions).toMatchObject([{ about: { entry: { id: kept.entry.id }, version: 1 }, said }]);
  const [first] = suggestions;
  const { id: _, ...wish } = kept.entry;
  const accept = `/api/directory/suggestions/${first?.id ?? ''}/accept`;
  const body = { entry: { ...wish, name: said.name }, version: 1 };
  expect(await owner.post(accept, body)).toMatchObject({ entry: { id: kept.entry.id, name: said.name }, version: 2 });
  expect((await owner.ask('POST', accept, body)).status).toBe(404);
  expect(await owner.get('/api/directory/suggestions')).toMatchObject({ suggestions: [] });
});

test('"this is not me" ends the seat and frees the link: neither the one nor the other is taken for somebody removed', async () => {
  const { at, link, visit, cast } = await setting();
  const [wrong, right] = [visit(), visit()];
  const taken = await wrong.enter(link, 'Bob');
  expect((await wrong.ask('POST', `${at}/own-entry/not-me`, { token: taken.seatToken })).status).toBe(200);
  expect((await wrong.ask('GET', `${at}/own-entry`, { token: taken.seatToken })).status).toBe(403);
  const own = await right.enter(link, 'Qian');
  expect(own.seat).not.toBe(taken.seat);
  expect(own.body).toMatchObject({ waiting: false });
  const bob = await wrong.enter(cast.link('speaker'), 'Bob');
  expect(bob.body).toMatchObject({ waiting: false });
  // A link that many share is nobody's to give back.
  const shared = await wrong.ask('POST', `${at}/own-entry/not-me`, { token: bob.seatToken });
  expect([shared.status, shared.body]).toMatchObject([409, { error: { code: 'access/noOwnLink' } }]);
});

test('a portrait is made anew without its metadata, shown to members and at tables that copied the entry, and gone when replaced', async () => {
  const { owner, kept, at, link, visit, server, cast } = await setting();
  const picture = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#2a6' } })
    .withExif({ IFD0: { Artist: 'Wang Yaling' } })
    .jpeg()
    .toBuffer();
  const first = (await (await portraitOf(owner, picture)).json()) as { portrait: string };
  expect((await portraitOf(owner, new TextEncoder().encode('<svg/>'))).status).toBe(422);
  const { id: _, ...wish } = kept.entry;
  const entry = `/api/directory/entries/${kept.entry.id}`;
  await owner.done('PUT', entry, { entry: { ...wish, portrait: first.portrait }, version: 1 });

  const own = await fetch(`${server.url}/api/directory/portraits/${first.portrait}`, {
    headers: { cookie: owner.cookie },
  });
  const metadata = await sharp(Buffer.from(await own.arrayBuffer())).metadata();
  expect([metadata.format, metadata.width, metadata.exif]).toEqual(['webp', 800, undefined]);
  expect((await fetch(`${server.url}/api/directory/portraits/${first.portrait}`)).status).toBe(401);
  const guest = visit();
  const { seatToken: token, seat } = await guest.enter(link, 'Q');
  expect((await guest.ask('GET', `${at}/portraits/qian`, { token })).status).toBe(200);
  expect((await guest.ask('GET', `${at}/portraits/qian`)).status).toBe(401);

  const second = (await (await portraitOf(owner, picture)).json()) as { portrait: string };
  await owner.done('PUT', entry, { entry: { ...wish, portrait: second.portrait }, version: 2 });
  expect((await owner.ask('GET', `/api/directory/portraits/${first.portrait}`)).status).toBe(404);
  await cast.chair.send({ type: 'participants/remove', seat: seat as SeatId });
  expect((await guest.ask('GET', `${at}/portraits/qian`, { token })).status).toBe(403);
});

test('what the directory says later alters no roster, and a speaker cannot put an entry of the directory there', async () => {
  const { owner, kept, link, visit, server, cast, person } = await setting();
  const key = await visit().enter(link, 'Q');
  const speaker = await connect(server.url, key);
  const { id: _, ...wish } = kept.entry;
  const changed = { ...wish, name: { asWritten: 'Somebody Else' } };
  await owner.done('PUT', `/api/directory/entries/${kept.entry.id}`, { entry: changed, version: 1 });
  const later = await connect(server.url, { ...cast.founded });
  expect(later.welcome?.view.roster.people[person.id]?.name).toEqual(kept.entry.name);
  const other = { ...person, directory: id<DirectoryId>('another') };
  expect(await speaker.send({ type: 'roster/putPerson', person: other })).toMatchObject({ ok: false });
});
