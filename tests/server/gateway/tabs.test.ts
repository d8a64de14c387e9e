// One seat, one tab: the tab opened last holds the seat; the others are told, stop, and do not take it back by themselves.
import { expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../../shared/protocol/workshop-messages.ts';
import { Tabs } from '../../../server/gateway/tabs.ts';
import type { SeatId } from '../../../shared/kernel/ids.ts';
import type { SeatKey } from '../../support/node-participant.ts';
import { SeatClient, ticketFor } from '../../support/seat-client.ts';
import { startServer } from '../../support/server.ts';
import { gather } from '../../support/workshop-cast.ts';

const connectFrom = async (url: string, key: SeatKey, tab: string): Promise<SeatClient> => {
  const client = new SeatClient(url, { ticket: await ticketFor(url, key), protocol: PROTOCOL_VERSION, tab });
  await client.until(() => client.welcome !== null || client.goodbye !== null || client.refused !== null);
  return client;
};

test('given a seat in one tab, when it is opened in another, then the older is told and ended, and the seat was never away', async () => {
  const server = await startServer();
  const cast = await gather(server.url);
  const { key } = await cast.admit('Bo');
  const first = await connectFrom(server.url, key, 'first');
  const second = await connectFrom(server.url, key, 'second');
  await first.until(() => first.goodbye !== null && !first.socket.connected);
  expect(first.goodbye).toEqual({ code: 'protocol/elsewhere' });
  expect(await second.send({ type: 'floor/raiseHand' })).toMatchObject({ refusal: { code: 'session/notLive' } });
  await cast.chair.send({ type: 'session/begin' });
  const lost = cast.chair.entries.filter(({ events }) => events[0]?.type === 'participants/connectionLost');
  expect(lost).toEqual([]);
});

test('given a tab that was superseded, when it comes back by itself, then it is sent away; when a person opens it anew, then it holds the seat', async () => {
  const server = await startServer();
  const cast = await gather(server.url);
  const { key } = await cast.admit('Bo');
  await connectFrom(server.url, key, 'first');
  const second = await connectFrom(server.url, key, 'second');
  const returned = await connectFrom(server.url, key, 'first');
  await returned.until(() => !returned.socket.connected);
  expect(returned.welcome).toBeNull();
  expect(returned.goodbye).toEqual({ code: 'protocol/elsewhere' });
  expect(second.socket.connected).toBe(true);
  const anew = await connectFrom(server.url, key, 'first, opened again');
  await second.until(() => !second.socket.connected);
  expect(second.goodbye).toEqual({ code: 'protocol/elsewhere' });
  expect(anew.socket.connected).toBe(true);
});

test('given a tab whose line broke unnoticed, when it reconnects, then it goes on and the dead line is closed', async () => {
  const server = await startServer();
  const cast = await gather(server.url);
  const { key } = await cast.admit('Bo');
  const dead = await connectFrom(server.url, key, 'tab');
  const alive = await connectFrom(server.url, key, 'tab');
  await dead.until(() => !dead.socket.connected);
  expect(alive.welcome).not.toBeNull();
  expect(await alive.catchUp(0)).toMatchObject({ ok: true });
});

test('given ever new tabs, when an old one is remembered, then only so many are', () => {
  const tabs = new Tabs();
  const seat = 'seat' as SeatId;
  for (let i = 0; i < 30; i += 1) expect(tabs.claim(seat, `tab ${i}`)).toBe(true);
  expect(tabs.claim(seat, 'tab 28')).toBe(false);
  expect(tabs.claim(seat, 'tab 0')).toBe(true);
});
