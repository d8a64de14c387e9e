// Links: personal, for once, for a time, replaced and withdrawn; and what a withdrawn one ends.
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { PersonId, SeatId } from '../../../shared/kernel/ids.ts';
import { NOTES_CLOSE } from '../../../shared/protocol/notes-messages.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { connect, ticketFor } from '../../support/seat-client.ts';
import { startServer, type TestServerOptions } from '../../support/server.ts';
import { Visit } from '../../support/visit.ts';
import { gather } from '../../support/workshop-cast.ts';

interface Made {
  readonly id: string;
  readonly url: string;
}

const setting = async (options: TestServerOptions = {}) => {
  const server = await startServer(options);
  const cast = await gather(server.url);
  const desk = new Visit(server.url);
  const at = `/api/workshops/${cast.founded.workshop}/links`;
  const token = cast.founded.seatToken;
  const person = { id: 'qian' as PersonId, name: { asWritten: 'Qian Jingjing' }, positions: [] };
  await cast.chair.send({ type: 'roster/putPerson', person });
  return {
    server,
    cast,
    person,
    make: async (wish: object): Promise<Made> =>
      (await desk.ask<Made & Record<string, unknown>>('POST', at, { body: wish, token })).body,
    list: async () => (await desk.ask<{ links: Record<string, unknown>[] }>('GET', at, { token })).body.links,
    ask: (method: string, path: string, as = token) => desk.ask(method, `${at}${path}`, { token: as }),
    visit: () => new Visit(server.url),
  };
};

test('given a personal link, when opened on two devices, then it is one seat of that person, the name filled in', async () => {
  const { make, visit, cast, server } = await setting();
  const { url } = await make({ role: 'speaker', person: 'qian' });
  const [laptop, phone] = [visit(), visit()];
  expect((await laptop.door(url)).body).toMatchObject({ role: 'speaker', person: { name: 'Qian Jingjing' } });
  const first = await laptop.enter(url, 'Another Name');
  const second = await phone.enter(url, 'Yet Another');
  expect(second.seat).toBe(first.seat);
  expect(second.seatToken).not.toBe(first.seatToken);
  const clients = [await connect(server.url, first), await connect(server.url, second)];
  const seat = clients[0]?.welcome?.view.participants.seats[first.seat as SeatId];
  expect(seat?.person).toBe('qian');
  await cast.chair.send({ type: 'participants/remove', seat: first.seat as SeatId });
  await Promise.all(clients.map((client) => client.until(() => client.goodbye !== null)));
  for (const key of [first, second]) await expect(ticketFor(server.url, key)).rejects.toThrow('access/removed');
  expect((await phone.enter(url, 'Q')).body).toMatchObject({ waiting: true });
});

test('given a personal link of somebody barred, when it is opened anywhere, then it stays shut', async () => {
  const { make, visit, cast } = await setting();
  const { url } = await make({ role: 'speaker', person: 'qian' });
  const { seat } = await visit().enter(url, 'Q');
  await cast.chair.send({ type: 'lobby/ban', seat: seat as SeatId, scope: [] });
  expect((await visit().enter(url, 'Q')).body.error?.code).toBe('access/banned');
});

test('given a link for once, when two race for it, then one gets in; and its own browser finds the seat again', async () => {
  const { make, visit } = await setting();
  const { url } = await make({ role: 'speaker', once: true });
  const visits = [visit(), visit(), visit()];
  const answers = await Promise.all(visits.map((one, i) => one.enter(url, `Guest ${i}`)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.find(({ status }) => status === 403)?.body.error?.code).toBe('access/linkUsed');
  const winner = answers.findIndex(({ status }) => status === 201);
  const again = await visits[winner]?.enter(url, `Guest ${winner}`);
  expect(again?.seat).toBe(answers[winner]?.seat);
});

test('given a link for once and a closed door, when it is refused, then it is not used up', async () => {
  const clock = createManualClock();
  const { make, visit, cast, list } = await setting({ clock });
  const { url, id } = await make({ role: 'participant', once: true });
  await cast.chair.send({ type: 'lobby/setClosing', at: clock.now() });
  expect((await visit().door(url)).body).toMatchObject({ closed: true });
  expect((await visit().enter(url, 'Late')).body.error?.code).toBe('lobby/closed');
  expect((await list()).find((one) => one.id === id)).toMatchObject({ uses: 0 });
  await cast.chair.send({ type: 'lobby/setClosing', at: null });
  expect((await visit().enter(url, 'Late')).status).toBe(201);
});

test('given a link for a time, when the time is over, then nobody new comes in and who sits goes on', async () => {
  const clock = createManualClock();
  const { make, visit, server } = await setting({ clock });
  const { url } = await make({ role: 'speaker', expiresAt: clock.now() + 60_000 });
  const early = await visit().enter(url, 'Early');
  clock.advance(60_000);
  expect((await visit().enter(url, 'Late')).body.error?.code).toBe('access/linkExpired');
  expect((await visit().door(url)).body).toMatchObject({ error: { code: 'access/linkExpired' } });
  await expect(connect(server.url, early)).resolves.toBeDefined();
});

test('given a link is withdrawn, when seats came by it, then sockets, notes and tickets of theirs end; others go on', async () => {
  const { make, visit, server, ask, cast, list } = await setting();
  const { url, id } = await make({ role: 'speaker', label: 'Press' });
  const waits = await make({ role: 'participant', label: 'Press, waiting' });
  const [pressKey, waiting] = [await visit().enter(url, 'Press'), await visit().enter(waits.url, 'Waiting')];
  const other = await connect(server.url, await visit().enter(cast.link('speaker'), 'Other'));
  const [press, guest] = [await connect(server.url, pressKey), await connect(server.url, waiting)];
  const notes = new WebSocket(
    `${server.url.replace('http', 'ws')}/notes/${pressKey.workshop}/board?ticket=${await ticketFor(server.url, pressKey, 'notes')}`,
  );
  await once(notes, 'message');
  const early = await ticketFor(server.url, pressKey);
  const notesClosed = once(notes, 'close') as Promise<[number]>;
  expect((await ask('DELETE', `/${id}`)).body).toEqual({ ended: 1, spared: 0 });
  await press.until(() => press.goodbye !== null && !press.socket.connected);
  expect((await notesClosed)[0]).toBe(NOTES_CLOSE.removed);
  expect((await ask('DELETE', `/${waits.id}`)).body).toEqual({ ended: 1, spared: 0 });
  await guest.until(() => guest.entries.some(({ events }) => events[0]?.type === 'lobby/turnedAway'));
  await expect(ticketFor(server.url, pressKey)).rejects.toThrow('access/removed');
  expect(early).not.toBe('');
  expect((await visit().enter(url, 'Again')).body.error?.code).toBe('access/badLink');
  expect(other.socket.connected).toBe(true);
  expect((await list()).map((one) => one.id)).not.toContain(id);
  expect((await ask('DELETE', `/${id}`)).status).toBe(404);
});

test('given the only chair came by a link, when it is withdrawn, then the chair stays', async () => {
  const { make, visit, server, cast, ask } = await setting();
  const { url, id } = await make({ role: 'chair' });
  const second = await connect(server.url, await visit().enter(url, 'Second'));
  await second.send({ type: 'participants/assignRole', seat: cast.founded.seat as SeatId, role: 'co-chair' });
  expect((await ask('DELETE', `/${id}`)).status).toBe(403);
  const key = await visit().enter(url, 'Second too');
  const answer = await new Visit(server.url).ask('DELETE', `/api/workshops/${key.workshop}/links/${id}`, {
    token: key.seatToken,
  });
  expect(answer.body).toEqual({ ended: 1, spared: 1 });
});

test('given a link is replaced, then the old address is dead, the new one leads in, and who came by it stays', async () => {
  const { make, visit, server, ask, list } = await setting();
  const { url, id } = await make({ role: 'speaker', label: 'All speakers' });
  const seated = await connect(server.url, await visit().enter(url, 'Early'));
  const replaced = await ask('POST', `/${id}/replace`);
  expect(replaced.body).toMatchObject({ id, role: 'speaker' });
  expect((await visit().enter(url, 'Late')).body.error?.code).toBe('access/badLink');
  expect((await visit().enter(String(replaced.body.url), 'New')).status).toBe(201);
  expect(seated.socket.connected).toBe(true);
  const listed = await list();
  expect(listed.find((one) => one.id === id)).toMatchObject({ label: 'All speakers', uses: 2, once: false });
  expect(JSON.stringify(listed)).not.toMatch(/secret|hash/i);
});

test('given a co-chair, when making or touching a link for the desk, then refused: it would be a promotion', async () => {
  const { make, cast, visit, ask } = await setting();
  const chairs = await make({ role: 'co-chair' });
  const coKey = await visit().enter(chairs.url, 'Co');
  const co = new Visit(cast.founded.links[0]?.url ? new URL(cast.founded.links[0].url).origin : '');
  const at = `/api/workshops/${coKey.workshop}/links`;
  for (const role of ['chair', 'co-chair'])
    expect((await co.ask('POST', at, { body: { role }, token: coKey.seatToken })).status).toBe(403);
  expect((await co.ask('POST', at, { body: { role: 'speaker' }, token: coKey.seatToken })).status).toBe(201);
  expect((await ask('DELETE', `/${chairs.id}`, coKey.seatToken)).status).toBe(403);
  expect((await ask('POST', `/${chairs.id}/replace`, coKey.seatToken)).status).toBe(403);
});

test('given a link for somebody the roster does not have, when it is made, then it is refused', async () => {
  const { make } = await setting();
  expect(await make({ role: 'speaker', person: 'nobody' })).toMatchObject({ error: { code: 'link/unknownPerson' } });
});

test('given a browser lost its key, when it enters again by the same link and name, then it has its seat again', async () => {
  const { visit, cast } = await setting();
  const browser = visit();
  const first = await browser.enter(cast.link('participant'), 'Li Na');
  await cast.chair.send({ type: 'lobby/admit', seat: first.seat as SeatId });
  expect(await browser.enter(cast.link('participant'), 'li  na')).toMatchObject({
    seat: first.seat,
    body: { waiting: false },
  });
  expect((await browser.enter(cast.link('participant'), 'Somebody Else')).seat).not.toBe(first.seat);
  expect((await visit().enter(cast.link('participant'), 'Li Na')).seat).not.toBe(first.seat);
});
