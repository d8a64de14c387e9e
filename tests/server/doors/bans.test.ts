// Removing and barring: who stays out, by which door, under which name; and that the desk never bars itself.
import { expect, test } from 'vitest';
import { openStores } from '../../../server/storage/stores.ts';
import type { PersonId, SeatId, WorkshopId } from '../../../shared/kernel/ids.ts';
import type { Entry } from '../../../shared/workshop/workshop.ts';
import { entry } from '../../contracts/stores.ts';
import { connect, ticketFor } from '../../support/seat-client.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { Visit } from '../../support/visit.ts';
import { gather } from '../../support/workshop-cast.ts';

const ban = (seat: string, scope = ['browser', 'account']) =>
  ({ type: 'lobby/ban', seat: seat as SeatId, scope: scope as never }) as const;

const stateOf = async ({ app }: TestServer, workshop: string) => {
  const running = await app.registry.find(workshop as never);
  if (!running) throw new Error('no such workshop');
  return running.room.state;
};

test('given two seats of one browser taken before, when one is barred, then both are out at once, under any name', async () => {
  const server = await startServer();
  const { chair, link, founded } = await gather(server.url);
  const browser = new Visit(server.url);
  const first = await browser.enter(link('speaker'), 'Mallory');
  const second = await browser.enter(link('speaker'), 'Quiet Mouse');
  const waits = await browser.enter(link('participant'), 'Third Name');
  expect(second.seat).not.toBe(first.seat);
  const [one, two, three] = await Promise.all([first, second, waits].map((key) => connect(server.url, key)));
  if (!one || !two || !three) throw new Error('not connected');
  const early = await ticketFor(server.url, second);
  expect(await chair.send(ban(first.seat))).toMatchObject({ ok: true });
  await Promise.all([one, two].map((client) => client.until(() => client.goodbye !== null)));
  expect([one.goodbye, two.goodbye]).toEqual([{ code: 'protocol/removed' }, { code: 'protocol/removed' }]);
  await three.until(() => three.entries.some(({ events }) => events[0]?.type === 'lobby/turnedAway'));
  expect(early).not.toBe('');
  for (const way of ['speaker', 'participant', 'chair']) {
    expect((await browser.enter(link(way), 'Somebody Else')).body.error?.code).toBe('access/banned');
    expect((await browser.door(link(way))).body).toMatchObject({ error: { code: 'access/banned' } });
  }
  const state = await stateOf(server, founded.workshop);
  expect(Object.keys(state.participants.seats)).toEqual([founded.seat]);
});

test('given somebody was barred, when they come in another browser by the open link, then they knock like any guest', async () => {
  const server = await startServer();
  const { chair, link } = await gather(server.url);
  const first = await new Visit(server.url).enter(link('speaker'), 'Mallory');
  await chair.send(ban(first.seat));
  const elsewhere = await new Visit(server.url).enter(link('participant'), 'Mallory');
  expect(elsewhere).toMatchObject({ status: 201, body: { waiting: true } });
});

test('given a ban is lifted, when they come again, then they knock, whatever the link', async () => {
  const server = await startServer();
  const { chair, link } = await gather(server.url);
  const browser = new Visit(server.url);
  const first = await browser.enter(link('speaker'), 'Mallory');
  await chair.send(ban(first.seat));
  expect((await browser.enter(link('speaker'), 'Mallory')).status).toBe(403);
  await chair.send({ type: 'lobby/unban', seat: first.seat as SeatId });
  expect(await browser.enter(link('speaker'), 'Mallory')).toMatchObject({ status: 201, body: { waiting: true } });
});

test('given somebody was only removed, when they come again in that browser, then the desk decides', async () => {
  const server = await startServer();
  const { chair, link } = await gather(server.url);
  const browser = new Visit(server.url);
  const first = await browser.enter(link('speaker'), 'Bo');
  await chair.send({ type: 'participants/remove', seat: first.seat as SeatId });
  const again = await browser.enter(link('speaker'), 'Other Name');
  expect(again).toMatchObject({ status: 201, body: { waiting: true } });
  expect(again.seat).not.toBe(first.seat);
  expect((await new Visit(server.url).enter(link('speaker'), 'Cy')).body).toMatchObject({ waiting: false });
});

test('given the chair tries a guest in the own browser and bars it, then the chair stays and may take a seat again', async () => {
  const server = await startServer();
  const browser = new Visit(server.url);
  const founded = await browser.ask<{
    workshop: string;
    seat: string;
    seatToken: string;
    links: { role: string; url: string }[];
  }>('POST', '/api/workshops', { body: { title: 'T', language: 'en', name: 'Ann', timeZone: 'UTC' } });
  const chair = await connect(server.url, founded.body);
  const link = (role: string): string => founded.body.links.find((one) => one.role === role)?.url ?? '';
  const trial = await browser.enter(link('speaker'), 'Trial');
  await chair.send(ban(trial.seat));
  await chair.until(() => chair.entries.some(({ events }) => events.some(({ type }) => type === 'lobby/banned')));
  expect(chair.socket.connected).toBe(true);
  expect(await browser.enter(link('chair'), 'Ann')).toMatchObject({ status: 201, body: { waiting: false } });
});

test('given the link is barred too, when a new browser comes by it, then it is refused, and by another link it may', async () => {
  const server = await startServer();
  const { chair, link } = await gather(server.url);
  const first = await new Visit(server.url).enter(link('speaker'), 'Mallory');
  await chair.send(ban(first.seat, ['browser', 'link']));
  const fresh = new Visit(server.url);
  expect((await fresh.enter(link('speaker'), 'New')).body.error?.code).toBe('access/banned');
  expect((await fresh.enter(link('participant'), 'New')).status).toBe(201);
});

test('given the server died right after the ban, when it is up again, then whoever shared the browser is out', async () => {
  const server = await startServer();
  const { link, founded } = await gather(server.url);
  const browser = new Visit(server.url);
  const [first, second] = [await browser.enter(link('speaker'), 'A'), await browser.enter(link('speaker'), 'B')];
  const state = await stateOf(server, founded.workshop);
  const person = state.participants.seats[first.seat as SeatId]?.person as PersonId;
  await server.close();
  // The ban was written, what follows from it was not.
  const stores = await openStores({ folder: server.folder });
  const workshop = founded.workshop as WorkshopId;
  const loaded = await stores.facts.load(workshop);
  if (!loaded) throw new Error('no such workshop');
  const seat = first.seat as SeatId;
  const banned: Entry = {
    ...entry(loaded.entries.length + 1, [
      { type: 'participants/removed', seat },
      { type: 'lobby/banned', ban: { seat, person, name: { asWritten: 'A' }, scope: ['browser'] } },
    ]),
  };
  await stores.facts.append(workshop, [banned], loaded.summary);
  await stores.close();

  const again = await startServer({ folder: server.folder });
  const chair = await connect(again.url, founded);
  const isOut = (): boolean =>
    !Object.hasOwn(chair.welcome?.view.participants.seats ?? {}, second.seat) ||
    chair.entries.some(({ events }) =>
      events.some((event) => event.type === 'participants/removed' && event.seat === second.seat),
    );
  await chair.until(isOut);
  expect(Object.keys((await stateOf(again, workshop)).participants.seats)).toEqual([founded.seat]);
});
