// Rehearsals on the real media plane: who may open one, how many there may be, how long each lasts, and that none leaves a room behind.
import { expect, onTestFinished, test } from 'vitest';
import { createMediaPlane } from '../../../server/media/mediasoup/media-plane.ts';
import { createRehearsals } from '../../../server/media/rehearsals.ts';
import { createMint } from '../../../server/mint.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { startWorkshop } from '../../support/node-participant.ts';
import { planeOptions } from '../../support/plane-options.ts';
import { startServer } from '../../support/server.ts';

const openPlane = async () => {
  const plane = await createMediaPlane(await planeOptions(1));
  onTestFinished(() => plane.close());
  return plane;
};

test('given as many as there may be, when one more is asked for, then there is none until an old one is over', async () => {
  const plane = await openPlane();
  const clock = createManualClock();
  const rehearsals = createRehearsals(plane, clock, createMint());
  const names = await Promise.all(Array.from({ length: 40 }, () => rehearsals.open()));
  const open = names.filter((name) => name !== null);
  expect(open).toHaveLength(24);
  const [first = ''] = open;
  expect(await rehearsals.request(first, 'udp', 'enter', {})).toMatchObject({ ok: true });
  clock.advance(40_000);
  expect(await rehearsals.request(first, 'udp', 'enter', {})).toBeNull();
  expect(plane.health().rooms).toBe(0);
  expect(await rehearsals.open()).not.toBeNull();
  rehearsals.close();
  expect(plane.health().rooms).toBe(0);
});

test('given a rehearsal, when it asks more than any test needs, then it is told to stop', async () => {
  const rehearsals = createRehearsals(await openPlane(), createManualClock(), createMint());
  const name = (await rehearsals.open()) ?? '';
  const ask = () => rehearsals.request(name, 'tcp', 'restartIce', { transportId: 'a' });
  for (let asked = 0; asked < 80; asked += 1)
    expect(await ask()).toMatchObject({ error: { code: 'media/notEntered' } });
  expect(await ask()).toMatchObject({ error: { code: 'protocol/tooFast' } });
  rehearsals.close();
});

test('given a link or a seat, when a rehearsal is asked for, then it opens; given neither, or a made-up name, it does not', async () => {
  const { url } = await startServer({ media: await openPlane() });
  const founded = await startWorkshop(url, 'T', 'Ann');
  const link = new URL(founded.links.find(({ role }) => role === 'speaker')?.url ?? '').hash.slice('#k='.length);
  const post = async (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const reply = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: reply.status, body: (await reply.json()) as { rehearsal?: string; error?: { code: string } } };
  };
  const rehearsals = `/api/workshops/${founded.workshop}/rehearsals`;
  expect(await post(rehearsals, {})).toMatchObject({ status: 401 });
  expect(await post(rehearsals, {}, { 'x-plenary-link': `${link.slice(0, -1)}_` })).toMatchObject({ status: 403 });
  expect(await post(rehearsals, {}, { authorization: `Bearer ${founded.seatToken}` })).toMatchObject({ status: 201 });
  const opened = await post(rehearsals, {}, { 'x-plenary-link': link });
  expect(opened.status).toBe(201);
  const enter = { end: 'udp', request: { method: 'enter' } };
  expect(await post(`/api/rehearsals/${opened.body.rehearsal}`, enter)).toMatchObject({
    status: 200,
    body: { reply: { ok: true } },
  });
  expect(await post('/api/rehearsals/made-up', enter)).toMatchObject({
    status: 404,
    body: { error: { code: 'rehearsal/over' } },
  });
  const broken = { end: 'udp', request: { method: 'connectTransport', transportId: 'a', dtlsParameters: {} } };
  expect(await post(`/api/rehearsals/${opened.body.rehearsal}`, broken)).toMatchObject({ status: 400 });
});
