// What a waiting guest's browser receives, and the chair's way back: every frame and every answer of the wait is read.
import { expect, test } from 'vitest';
import type { SeatId } from '../../../shared/kernel/ids.ts';
import { connect, ticketFor } from '../../support/seat-client.ts';
import { startServer } from '../../support/server.ts';
import { Visit } from '../../support/visit.ts';
import { gather } from '../../support/workshop-cast.ts';

test('given a guest waits while the room is busy, then no frame and no answer holds anything of the room', async () => {
  const { url } = await startServer();
  const { chair, link } = await gather(url);
  const visit = new Visit(url);
  const key = await visit.enter(link('participant'), 'Waiting Wanda');
  const guest = await connect(url, key);
  const frames: string[] = [JSON.stringify(guest.welcome)];
  guest.socket.onAny((...frame: unknown[]) => frames.push(JSON.stringify(frame)));
  await new Visit(url).enter(link('speaker'), 'Secret Speaker');
  await new Visit(url).enter(link('participant'), 'Other Waiter');
  await chair.send({ type: 'brief/revise', brief: { purpose: { en: 'Secret purpose' } } });
  await chair.send({ type: 'agenda/next' });
  await chair.send({ type: 'lobby/tellWaiting', text: 'Soon.' });
  const last = await chair.send({ type: 'floor/raiseHand', topic: 'Secret topic' });
  if (!last.ok) throw new Error('refused');
  await guest.until(() => guest.seq >= last.seq);
  frames.push(
    JSON.stringify(await guest.catchUp(0)),
    JSON.stringify(await guest.raw('media:request', { method: 'enter' })),
  );
  frames.push(JSON.stringify(await guest.send({ type: 'lobby/admitAll' })));
  const token = key.seatToken;
  for (const path of ['draft', 'export', 'links', 'files/anything'])
    frames.push((await visit.ask('GET', `/api/workshops/${key.workshop}/${path}`, { token })).text);
  frames.push((await visit.door(link('participant'))).text);
  await expect(ticketFor(url, key, 'notes')).rejects.toThrow('access/denied');
  const all = frames.join('\n');
  expect(all).toContain('Soon.');
  expect(all).not.toMatch(/Ann Chair|Secret|Other Waiter|Presentations/);
});

test('given the chair’s line breaks in every phase, when coming back, then to the own seat without anybody’s leave', async () => {
  const { url } = await startServer();
  const { chair, founded, link } = await gather(url);
  let desk = chair;
  for (const command of [
    { type: 'lobby/setDoor', door: 'knock' },
    { type: 'session/begin' },
    { type: 'session/end' },
  ] as const) {
    await desk.send(command);
    desk.socket.close();
    await new Visit(url).enter(link('participant'), `Knocks at ${command.type}`);
    desk = await connect(url, founded);
    expect(desk.welcome?.view.participants.seats[founded.seat as SeatId]?.role).toBe('chair');
  }
  expect(Object.keys(desk.welcome?.view.lobby.knocks ?? {})).toHaveLength(3);
});
