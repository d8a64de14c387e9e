// Reminders by the clock: each once, at the right hour, over restarts and moved hours; and what is told after the end.
import { expect, test } from 'vitest';
import type { Instant } from '../../../shared/kernel/ids.ts';
import { BERG, DAY, HOUR, inviting, MINUTE, QIAN } from '../../support/inviting.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { Visit } from '../../support/visit.ts';

const KINDS = ['reminderWeek', 'reminderDay', 'reminderHour', 'afterActions', 'afterArticle'];
const reminders = async ({ app }: TestServer): Promise<readonly string[]> =>
  (await app.outbox.list())
    .filter(({ template }) => KINDS.includes(template))
    .toReversed()
    .map(({ template, to }) => `${template} ${to.split('@')[0]}`)
    .toSorted();

test('each goes once, at its hour, over a restart; who said no is left alone', async () => {
  const clock = createManualClock();
  const { server, desk, at, founded } = await inviting(clock, 10 * DAY);
  const nobody = { ...BERG, name: 'No', mail: 'no@berg.example' };
  await desk.ask('POST', at, { token: founded.seatToken, body: { people: [QIAN, BERG, nobody] } });
  const letter = (await server.app.outbox.list()).find(({ to }) => to === 'no@berg.example')?.letter.text ?? '';
  await desk.ask('POST', '/api/invitations/answer', {
    body: {
      workshop: founded.workshop,
      secret: /#k=([\w-]+)/.exec(letter)?.[1],
      language: 'en',
      timeZone: 'UTC',
      answer: 'no',
    },
  });
  clock.advance(3 * DAY - MINUTE);
  await server.app.invitations.idle();
  expect(await reminders(server)).toEqual([]);
  clock.advance(MINUTE);
  await server.app.invitations.idle();
  expect(await reminders(server)).toEqual(['reminderWeek ida', 'reminderWeek qian']);
  await server.close();
  const second = await startServer({ clock, folder: server.folder });
  clock.advance(6 * DAY);
  await second.app.invitations.idle();
  clock.advance(23 * HOUR);
  await second.app.invitations.idle();
  const sent = [
    'reminderDay ida',
    'reminderDay qian',
    'reminderHour ida',
    'reminderHour qian',
    'reminderWeek ida',
    'reminderWeek qian',
  ];
  expect(await reminders(second)).toEqual(sent);
  const hour = (await second.app.outbox.list()).find(
    ({ template, to }) => template === 'reminderHour' && to.startsWith('qian'),
  );
  expect(hour?.letter.text).toContain('您的环节：企业采购经验，16:30–16:50（您当地 00:30–00:50）');
  expect(hour?.letter.text).toContain(`/w/${founded.workshop}#k=`);
});

test('what was missed while no server ran is sent late or not at all, and who is invited late gets no old one', async () => {
  const clock = createManualClock();
  const { server, desk, at, founded } = await inviting(clock, 8 * DAY);
  await desk.ask('POST', at, { token: founded.seatToken, body: { people: [QIAN] } });
  await server.close();
  clock.advance(7 * DAY + 2 * HOUR);
  const second = await startServer({ clock, folder: server.folder });
  await second.app.invitations.idle();
  expect(await reminders(second)).toEqual(['reminderDay qian']);
  await new Visit(second.url).ask('POST', at, { token: founded.seatToken, body: { people: [BERG] } });
  clock.advance(HOUR);
  await second.app.invitations.idle();
  expect(await reminders(second)).toEqual(['reminderDay qian']);
});

test('an hour that moves takes its reminders along: not twice for an hour, again for another week', async () => {
  const clock = createManualClock();
  const { server, desk, at, founded, chair, startsAt } = await inviting(clock, 7 * DAY + HOUR);
  await desk.ask('POST', at, { token: founded.seatToken, body: { people: [BERG] } });
  clock.advance(HOUR);
  await server.app.invitations.idle();
  expect(await reminders(server)).toEqual(['reminderWeek ida']);
  const move = async (by: number): Promise<void> => {
    const from = startsAt + by;
    await chair.send({ type: 'brief/revise', brief: { startsAt: from as Instant, endsAt: (from + HOUR) as Instant } });
    await server.app.invitations.idle();
    clock.advance(5 * MINUTE);
    await server.app.invitations.idle();
  };
  await move(2 * HOUR);
  clock.advance(3 * HOUR);
  await server.app.invitations.idle();
  expect(await reminders(server)).toEqual(['reminderWeek ida']);
  await move(14 * DAY);
  clock.advance(14 * DAY);
  await server.app.invitations.idle();
  expect(await reminders(server)).toEqual(['reminderWeek ida', 'reminderWeek ida']);
});

test('after the end each is told the own actions, once the board has settled', async () => {
  const clock = createManualClock();
  const { server, desk, at, founded, chair } = await inviting(clock, DAY);
  await desk.ask('POST', at, { token: founded.seatToken, body: { people: [QIAN, BERG] } });
  await server.app.notes.writeBoard(founded.workshop as never, {
    general: {
      type: 'doc',
      content: [
        {
          type: 'action',
          attrs: { blockId: 'a1', owner: 'qian', due: '2027-03-01', done: '', carried: '' },
          content: [{ type: 'text', text: '发送采购清单' }],
        },
        {
          type: 'action',
          attrs: { blockId: 'a2', owner: 'qian', due: '', done: 'yes', carried: '' },
          content: [{ type: 'text', text: 'done already' }],
        },
      ],
    },
  });
  await chair.send({ type: 'session/begin' });
  clock.advance(HOUR);
  await chair.send({ type: 'session/end' });
  await server.app.invitations.idle();
  clock.advance(29 * MINUTE);
  await server.app.invitations.idle();
  expect(await reminders(server)).toEqual([]);
  clock.advance(MINUTE);
  await server.app.invitations.idle();
  clock.advance(DAY);
  await server.app.invitations.idle();
  expect(await reminders(server)).toEqual(['afterActions qian']);
  const letter = (await server.app.outbox.list()).find(({ template }) => template === 'afterActions')?.letter.text;
  expect(letter).toContain('• 发送采购清单（2027年3月1日前）');
  expect(letter).not.toContain('done already');
});
