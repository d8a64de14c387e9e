// What stands in the audit log after people have used and tried the doors: each with who, what and why not; no names, no addresses.
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { SeatId } from '../../../shared/kernel/ids.ts';
import { administratorOf } from '../../support/account-client.ts';
import { connect } from '../../support/seat-client.ts';
import { startServer } from '../../support/server.ts';
import { Visit } from '../../support/visit.ts';
import { gather } from '../../support/workshop-cast.ts';

interface Line {
  readonly [key: string]: unknown;
}

test('given doors used and tried, when an administrator reads the log, then who, what and why not, without names', async () => {
  const server = await startServer();
  const { client: admin } = await administratorOf(server);
  const { chair, link, founded } = await gather(server.url);
  const visit = new Visit(server.url);
  const guest = await visit.enter(link('participant'), 'Nobody Special');
  const socket = await connect(server.url, guest);
  await chair.send({ type: 'lobby/admit', seat: guest.seat as SeatId }, 'command-1');
  await socket.until(() => socket.snapshots.length > 0);
  await socket.send({ type: 'lobby/admitAll' }, 'command-2');
  await visit.ask('POST', `/api/workshops/${guest.workshop}/links`, {
    body: { role: 'speaker' },
    token: guest.seatToken,
  });
  await visit.ask('GET', `/api/workshops/${guest.workshop}/draft`, { token: guest.seatToken });
  const notes = new WebSocket(`${server.url.replace('http', 'ws')}/notes/${guest.workshop}/board?ticket=forged`);
  await once(notes, 'close');

  const log = async (query: string) =>
    (await admin.get<{ records: Line[] }>(`/api/administration/audit?${query}`)).records;
  const of = `workshop=${founded.workshop}`;
  expect(await log(`${of}&action=lobby/admit&outcome=done`)).toMatchObject([
    { door: 'socket', action: 'lobby/admit', seat: founded.seat, target: guest.seat, request: 'command-1' },
  ]);
  expect(await log(`${of}&door=socket&outcome=refused`)).toMatchObject([
    { action: 'lobby/admitAll', seat: guest.seat, code: 'permission/denied', request: 'command-2' },
  ]);
  const refused = await log(`${of}&door=http&outcome=refused`);
  expect(refused).toMatchObject([
    { action: 'GET /api/workshops/:id/draft', code: 'access/denied', seat: guest.seat },
    { action: 'door/linkMade', code: 'access/denied', seat: guest.seat },
  ]);
  expect(await log('door=notes')).toMatchObject([{ action: 'notes.refusedTicket', outcome: 'refused' }]);
  expect((await log('door=sign-in')).length).toBeGreaterThan(0);

  // Whoever reads is told whose the ids are today.
  const { seats } = await admin.get<{ seats: Record<string, unknown> }>(`/api/administration/audit?${of}`);
  const twice = (name: string) => ({ en: name, 'zh-Hans': name });
  expect(seats).toEqual({ [founded.seat]: twice('Ann Chair'), [guest.seat]: twice('Nobody Special') });

  const whole = await admin.ask('GET', '/api/administration/audit.jsonl');
  const lines = whole.text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  expect(lines.length).toBeGreaterThan(8);
  expect(whole.text).not.toMatch(/@|Nobody Special|Ann Chair/);
  expect(whole.text).not.toContain(guest.seatToken);
});

test('given somebody who is no administrator, when the log is asked for, then it is refused', async () => {
  const { url } = await startServer();
  for (const path of ['audit', 'audit.jsonl'])
    expect((await new Visit(url).ask('GET', `/api/administration/${path}`)).status).toBe(401);
});
