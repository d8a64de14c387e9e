// The doors of live connections: whom they refuse and by which word, how fast one may speak, and who reads nothing.
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { PROTOCOL_VERSION } from '../../../shared/protocol/workshop-messages.ts';
import { enter, startWorkshop } from '../../support/node-participant.ts';
import { RawLine } from '../../support/raw-line.ts';
import { SeatClient, ticketFor } from '../../support/seat-client.ts';
import { startServer } from '../../support/server.ts';
import { gather } from '../../support/workshop-cast.ts';

const refusal = async (url: string, auth: Record<string, unknown>, headers: Record<string, string> = {}) => {
  const client = new SeatClient(url, auth, headers);
  await client.until(() => client.refused !== null || client.welcome !== null);
  return client.refused;
};

test('given an older client, when it connects, then protocol/reload', async () => {
  const { url, app } = await startServer();
  const ticket = await ticketFor(url, await startWorkshop(url, 'T', 'Ann'));
  expect(await refusal(url, { ticket, protocol: PROTOCOL_VERSION - 1 })).toEqual({ code: 'protocol/reload' });
  expect(app.counters.of('protocol.reload')).toBe(1);
});

test('given no ticket, a used one or one for the notes, when connecting, then refused by name and counted', async () => {
  const { url, app } = await startServer();
  const key = await startWorkshop(url, 'T', 'Ann');
  const protocol = PROTOCOL_VERSION;
  expect(await refusal(url, { protocol })).toMatchObject({ code: 'protocol/malformed' });
  const ticket = await ticketFor(url, key);
  expect(await refusal(url, { ticket, protocol })).toBeNull();
  expect(await refusal(url, { ticket, protocol })).toEqual({ code: 'protocol/badTicket' });
  const notes = await ticketFor(url, key, 'notes');
  expect(await refusal(url, { ticket: notes, protocol })).toEqual({ code: 'protocol/badTicket' });
  expect(app.counters.of('protocol.badTicket')).toBe(2);
});

test('given a page of another origin, when it opens a socket or the notes, then refused; our own may', async () => {
  const { url, app } = await startServer();
  const key = await startWorkshop(url, 'T', 'Ann');
  const auth = async () => ({ ticket: await ticketFor(url, key), protocol: PROTOCOL_VERSION });
  expect(await refusal(url, await auth(), { origin: 'https://evil.example' })).not.toBeNull();
  expect(await refusal(url, await auth(), { origin: 'null' })).not.toBeNull();
  expect(await refusal(url, await auth(), { origin: url })).toBeNull();
  const notes = new WebSocket(`${url.replace('http', 'ws')}/notes/${key.workshop}/board?ticket=x`, {
    origin: 'https://evil.example',
  });
  const [error] = (await once(notes, 'error')) as [Error];
  expect(error.message).toContain('403');
  expect(app.counters.of('protocol.foreignOrigin')).toBe(3);
});

test('given a public address, when a page of that origin connects, then it may, whatever host the proxy names', async () => {
  const { url } = await startServer({ http: { publicUrl: 'https://plenary.example' } });
  const key = await startWorkshop(url, 'T', 'Ann');
  expect(key.links[0]?.url).toMatch(/^https:\/\/plenary\.example\/w\//);
  const auth = async () => ({ ticket: await ticketFor(url, key), protocol: PROTOCOL_VERSION });
  expect(await refusal(url, await auth(), { origin: 'https://plenary.example' })).toBeNull();
  expect(await refusal(url, await auth(), { origin: url })).not.toBeNull();
});

test('given a WebSocket for nothing we have, when it is opened, then 404 and counted', async () => {
  const { url, app } = await startServer();
  const lost = new WebSocket(`${url.replace('http', 'ws')}/elsewhere`);
  const [error] = (await once(lost, 'error')) as [Error];
  expect(error.message).toContain('404');
  expect(app.counters.of('protocol.malformed')).toBe(1);
});

test('given a namespace of its own, when it is asked for, then refused and counted', async () => {
  const { url, app } = await startServer();
  expect(await refusal(`${url}/admin`, {})).not.toBeNull();
  expect(app.counters.of('protocol.malformed')).toBeGreaterThan(0);
});

test('given somebody speaks too fast, when it goes on, then each is told, then the connection ends; others go on', async () => {
  const { url, app } = await startServer({
    limits: { sockets: { pace: { burst: 5, perSecond: 0.001 }, patience: 10 } },
  });
  const cast = await gather(url);
  const key = await enter(url, cast.link('speaker'), 'Fast Fay');
  const fast = new SeatClient(url, { ticket: await ticketFor(url, key), protocol: PROTOCOL_VERSION });
  await fast.until(() => fast.welcome !== null);
  const replies = await Promise.all(Array.from({ length: 8 }, () => fast.catchUp(0)));
  expect(replies.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false, false, false]);
  expect(replies[7]).toEqual({ ok: false, error: { code: 'protocol/tooFast' } });
  for (let i = 0; i < 8; i += 1) fast.socket.emit('workshop:catchUp', { since: 0 }, () => undefined);
  await fast.until(() => fast.goodbye !== null && !fast.socket.connected);
  expect(fast.goodbye).toEqual({ code: 'protocol/tooFast' });
  expect(app.counters.of('protocol.tooFast')).toBe(11);
  expect(cast.chair.socket.connected).toBe(true);
});

test('given a message above the limit, when it is sent, then that connection ends and is counted', async () => {
  const { url, app } = await startServer();
  const key = await startWorkshop(url, 'T', 'Ann');
  const line = await RawLine.open(url, key);
  line.send(`42["workshop:command","${'x'.repeat(300_000)}"]`);
  await line.closed;
  expect(app.counters.of('protocol.malformed')).toBe(1);
});

test('given a client that reads nothing, when much is to be told, then it is cut and the others hear everything', async () => {
  const { url, app } = await startServer({
    limits: { sockets: { unread: 200_000, pace: { burst: 1e6, perSecond: 1e6 } } },
  });
  const cast = await gather(url);
  const key = await enter(url, cast.link('speaker'), 'Deaf Dee');
  const deaf = new SeatClient(url, { ticket: await ticketFor(url, key), protocol: PROTOCOL_VERSION });
  await deaf.until(() => deaf.welcome !== null);
  // The engine's own socket, told to stop reading: what a stalled network looks like from here.
  (deaf.socket.io.engine.transport as unknown as { ws: { pause(): void } }).ws.pause();
  const background = Array.from({ length: 20 }, () => ({ text: { 'zh-Hans': '很长'.repeat(500) } }));
  let last = 0;
  for (let i = 0; app.counters.of('protocol.slowReader') === 0 && i < 20_000; i += 1) {
    const reply = await cast.chair.send({ type: 'brief/revise', brief: { background, title: { en: `${i}` } } });
    if (reply.ok) last = reply.seq;
  }
  expect(app.counters.of('protocol.slowReader')).toBe(1);
  await cast.chair.until(() => cast.chair.seq >= last);
  expect(cast.chair.socket.connected).toBe(true);
});

test('given the server ends in order, when people are connected, then they are told before the line goes', async () => {
  const server = await startServer();
  const { chair } = await gather(server.url);
  await server.close();
  await chair.until(() => !chair.socket.connected);
  expect(chair.goodbye).toEqual({ code: 'protocol/unavailable' });
});

test('given somebody does not hear the goodbye, when the server ends, then it ends all the same', async () => {
  const server = await startServer();
  const { chair } = await gather(server.url);
  (chair.socket.io.engine.transport as unknown as { ws: { pause(): void } }).ws.pause();
  await server.close();
  await expect(fetch(server.url)).rejects.toThrow();
});
