// How somebody's line carries reaches the desk and nobody else, at a bounded pace, and leaves no trace in the log.
import { expect, test } from 'vitest';
import { enter } from '../../support/node-participant.ts';
import { connect, type SeatClient } from '../../support/seat-client.ts';
import { startServer } from '../../support/server.ts';
import { gather } from '../../support/workshop-cast.ts';

const linesHeardBy = (client: SeatClient): unknown[] => {
  const heard: unknown[] = [];
  client.socket.onAny((event: string, message: unknown) => event === 'workshop:lineOf' && heard.push(message));
  return heard;
};

test('given a weak line, when it is told, then the desk hears it, others do not, and too many words are not passed on', async () => {
  const { url, app } = await startServer();
  const { chair, admit, link, founded } = await gather(url);
  const [ann, bob] = [await admit('Ann'), await admit('Bob')];
  const waiting = await connect(url, await enter(url, link('participant'), 'Waiting Wanda'));
  const [atDesk, atTable] = [linesHeardBy(chair), linesHeardBy(bob)];
  const before = (await app.registry.find(founded.workshop as never))?.room.seq;
  const quality = { loss: 0.12, roundTrip: 340, freezes: 2 };
  const tell = (client: SeatClient, message: unknown) => client.raw<{ ok: boolean }>('workshop:line', message);
  const replies = await Promise.all(Array.from({ length: 8 }, () => tell(ann, quality)));
  const passed = replies.filter(({ ok }) => ok).length;
  expect(passed).toBeLessThan(8);
  await expect.poll(() => atDesk.length).toBe(passed);
  expect(atDesk[0]).toEqual({ seat: ann.key.seat, quality });
  expect(await tell(waiting, quality)).toEqual({ ok: false });
  expect(await tell(bob, { ...quality, loss: 2 })).toMatchObject({ error: { code: 'protocol/malformed' } });
  // Bob has been answered since: what was on its way to him has come.
  expect(atTable).toEqual([]);
  expect((await app.registry.find(founded.workshop as never))?.room.seq).toBe(before);
});
