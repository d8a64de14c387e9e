// A change of role and the end of a link, felt while people write, speak and show: notes, media and files together, on a real plane.
import { expect, test } from 'vitest';
import type { SeatId } from '../../../shared/kernel/ids.ts';
import { NOTES_CLOSE } from '../../../shared/protocol/notes-messages.ts';
import type { Role } from '../../../shared/workshop/roles.ts';
import { receiving } from '../../support/media-participant.ts';
import { NotesLine } from '../../support/rights/notes-line.ts';
import { DENIED, DONE, ofHttp } from '../../support/rights/outcome.ts';
import { MediaLine, seatAs, settle } from '../../support/rights/seated.ts';
import { ticketFor } from '../../support/seat-client.ts';
import { takeCensus } from '../../support/worker-census.ts';

/** The chair, who watches; and somebody who writes, speaks and shows a screen. */
const inTheMidst = async (link?: (ask: Awaited<ReturnType<typeof settle>>) => Promise<string>) => {
  const setting = await settle();
  const { cast } = setting;
  await cast.chair.send({ type: 'session/begin' });
  const watcher = new MediaLine(cast.chair);
  await watcher.sending();
  await watcher.request('createTransport', { direction: 'receive' });
  await watcher.request('attend', { rtpCapabilities: receiving });
  const who = await seatAs(setting, 'speaker', link && (await link(setting)));
  const notes = await NotesLine.open(who);
  if (!notes) throw new Error('no notes');
  expect(await notes.write('first words')).toBe(DONE);
  const made = [await who.media.produce('microphone'), await who.media.produce('screen')];
  const ids = made.map((one) => (one.ok ? one.answer.producerId : one.error.code));
  for (const producerId of ids) expect(await watcher.request('consume', { producerId })).toMatchObject({ ok: true });
  const gone = (): boolean =>
    ids.every((producerId) =>
      watcher.notices.some((notice) => notice.type === 'producerClosed' && notice.producerId === producerId),
    );
  return { setting, cast, watcher, who, notes, gone };
};

test('given somebody writes, speaks and shows, when demoted, then notes, media and files feel it together; and so when promoted again', async () => {
  const { cast, who, notes, gone } = await inTheMidst();
  const seat = who.key.seat as SeatId;
  const become = (role: Role) => cast.chair.send({ type: 'participants/assignRole', seat, role });

  const asked = performance.now();
  const felt: Record<string, number> = {};
  const when = async (what: string, felting: Promise<unknown>): Promise<void> => {
    await felting;
    felt[what] = Math.round(performance.now() - asked);
  };
  await Promise.all([
    become('observer').then(async (reply) => {
      expect(reply.ok).toBe(true);
      expect(ofHttp(await who.upload())).toBe(DENIED);
      felt.files = Math.round(performance.now() - asked);
    }),
    when(
      'notes',
      notes.until(() => notes.standings.at(-1)?.mayWrite === false),
    ),
    when('media', cast.chair.until(gone)),
  ]);
  console.log(
    `demoted: felt by ${Object.entries(felt)
      .map(([what, ms]) => `${what} after ${ms} ms`)
      .join(', ')}`,
  );
  expect(await notes.write('words of an observer')).toBe(DENIED);
  for (const source of ['microphone', 'camera', 'screen'] as const)
    expect(await who.media.produce(source)).toMatchObject({ ok: false, error: { code: 'media/notAllowed' } });
  // What an observer may, goes on.
  expect(ofHttp(await who.ask('GET', `/files/${who.file}`))).toBe(DONE);
  expect(notes.closed).toBeNull();

  await become('speaker');
  await notes.until(() => notes.standings.at(-1)?.mayWrite === true);
  expect(ofHttp(await who.upload())).toBe(DONE);
  expect((await who.media.produce('screen')).ok).toBe(true);
});

test('given somebody came by a link, when it is withdrawn, then socket, notes, media and files end for them and nothing of theirs is left', async () => {
  const census = takeCensus();
  let id = '';
  const { setting, cast, who, notes, gone } = await inTheMidst(async ({ ask }) => {
    const { body } = await ask('POST', '/links', { role: 'speaker' });
    id = String(body.id);
    return String(body.url);
  });
  const before = (await census.transportsByWorkers()).length;
  const asked = performance.now();
  const [ended] = await Promise.all([
    setting.ask('DELETE', `/links/${id}`),
    notes.until(() => notes.closed !== null),
    cast.chair.until(gone),
    who.client.until(() => !who.client.socket.connected),
  ]);
  console.log(`link withdrawn: socket, notes and media ended after ${Math.round(performance.now() - asked)} ms`);
  expect(ended.body).toEqual({ ended: 1, spared: 0 });
  expect(notes.closed).toBe(NOTES_CLOSE.removed);
  expect(who.client.goodbye?.code).toBe('protocol/removed');
  for (const audience of ['socket', 'notes'] as const)
    await expect(ticketFor(who.url, who.key, audience)).rejects.toThrow('access/removed');
  expect((await who.ask('GET', `/files/${who.file}`)).status).toBe(403);
  await expect.poll(async () => (await census.transportsByWorkers()).length).toBeLessThan(before);
  census.stop();
});
