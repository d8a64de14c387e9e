// Inviting by mail over the real routes: what letters and calendars say to whom, changes, cancellations, answers, withdrawn links.
import { expect, test } from 'vitest';
import type { OutboxRecord } from '../../../server/ports/mail.ts';
import type { Instant } from '../../../shared/kernel/ids.ts';
import { readByAll } from '../../support/calendar-readers.ts';
import { BERG, DAY, HOUR, inviting, lettersOf, MINUTE, QIAN } from '../../support/inviting.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { Visit } from '../../support/visit.ts';

interface Desk {
  readonly invited: number;
  readonly told: { readonly changeAt: number | null; readonly cancelled: boolean } | null;
  readonly invitations: readonly Record<string, unknown>[];
  readonly error?: { readonly code: string };
}

const setting = async (startsIn = 20 * DAY) => {
  const clock = createManualClock();
  const house = await inviting(clock, startsIn);
  const { server, desk, at, founded } = house;
  const ask = async (method: string, path = '', body?: unknown, token = founded.seatToken) =>
    desk.ask<Desk>(method, `${at}${path}`, { token, ...(body !== undefined && { body }) });
  const invite = (...people: readonly unknown[]) => ask('POST', '', { people });
  const letters = async (template: string): Promise<readonly OutboxRecord[]> =>
    lettersOf(await server.app.outbox.list(), template);
  const secretIn = (letter: OutboxRecord | undefined): string =>
    /#k=([\w-]+)/.exec(letter?.letter.text ?? '')?.[1] ?? '';
  const personal = (path: string, secret: string, more: object = {}) =>
    new Visit(server.url).ask<Record<string, unknown>>('POST', `/api/invitations/${path}`, {
      body: { workshop: founded.workshop, secret, language: 'en', timeZone: 'America/New_York', ...more },
    });
  return { ...house, clock, ask, invite, letters, secretIn, personal };
};

test('a speaker reads the own hour in both zones and the own language; an address without a face reads the workshop’s', async () => {
  const { invite, letters } = await setting();
  const answer = await invite(QIAN, BERG);
  expect(answer).toMatchObject({ status: 201, body: { invited: 2 } });
  const [first, second] = await letters('invitation');
  const byMail = new Map([first, second].map((one) => [one?.to, one?.letter]));
  const chinese = byMail.get('qian@company.example');
  expect(chinese?.subject).toBe('邀请函：绿色电力首次研讨会，2月4日（北京时间）');
  // The workshop begins 2027-02-04 16:00 in Shanghai, which is midnight in Los Angeles.
  expect(chinese?.text).toContain('时间：2027年2月4日星期四 16:00–17:30（北京时间，UTC+08:00）');
  expect(chinese?.text).toContain('您当地时间：2027年2月4日星期四 00:00–01:30（北美太平洋时间，UTC−08:00）');
  expect(chinese?.text).toContain('您的环节：企业采购经验，16:30–16:50（您当地 00:30–00:50）');
  expect(chinese?.text).toContain('主办：电力研究院');
  const english = byMail.get('ida@berg.example');
  expect(english?.subject).toBe('Invitation: Green power, first workshop, February 4, 2027');
  expect(english?.text).toContain('Dear Ida Berg,');
  expect(english?.text).toContain(
    'Where you are: Thursday, February 4, 2027, 09:00–10:30 (Central European Time, UTC+01:00)',
  );
  expect(english?.text).toContain('16:30–16:50 (where you are 09:30–09:50)  What companies buy – QIAN Jingjing');
  expect(english?.text).not.toContain('Your part');
  const ics = [chinese, english].map((one) => one?.calendar?.ics ?? '');
  for (const read of (await readByAll(ics)).flatMap((all) => Object.values(all))) {
    expect(read).toMatchObject({
      method: 'REQUEST',
      sequence: 0,
      from: Date.parse('2027-02-04T08:00:00Z'),
      until: Date.parse('2027-02-04T09:30:00Z'),
    });
    expect(read.description).toContain('16:30–16:50');
    expect(read.description).toContain('企业采购经验');
    expect(read.description).toContain('What companies buy');
  }
});

test('whoever is invited twice gets one letter, and the link leads to the own seat', async () => {
  const { invite, letters, secretIn, server, founded } = await setting();
  await invite(QIAN);
  expect((await invite({ ...QIAN, mail: 'QIAN@company.example' }, BERG, BERG)).body.invited).toBe(1);
  const sent = await letters('invitation');
  expect(sent.map(({ to }) => to).toSorted()).toEqual(['ida@berg.example', 'qian@company.example']);
  const link = `${server.url}/w/${founded.workshop}#k=${secretIn(sent.find(({ to }) => to.startsWith('qian')))}`;
  expect((await new Visit(server.url).door(link)).body).toMatchObject({
    role: 'speaker',
    person: { name: 'QIAN Jingjing' },
  });
});

test('a change is told once it has settled: the same UID, the next number, and nobody is told twice', async () => {
  const { invite, letters, chair, startsAt, clock, server, ask } = await setting();
  await invite(QIAN, BERG);
  const move = (by: number) =>
    chair.send({
      type: 'brief/revise',
      brief: { startsAt: (startsAt + by) as Instant, endsAt: (startsAt + by + 90 * MINUTE) as Instant },
    });
  await move(HOUR);
  await server.app.invitations.idle();
  clock.advance(4 * MINUTE);
  await move(2 * HOUR);
  await server.app.invitations.idle();
  clock.advance(4 * MINUTE);
  await server.app.invitations.idle();
  expect(await letters('invitationMoved')).toHaveLength(0);
  expect((await ask('GET')).body.told?.changeAt).toBe(clock.now() + MINUTE);
  clock.advance(MINUTE);
  await server.app.invitations.idle();
  const moved = await letters('invitationMoved');
  expect(moved.map(({ to }) => to).toSorted()).toEqual(['ida@berg.example', 'qian@company.example']);
  const first = await letters('invitation');
  const uids = new Set<string>();
  for (const [letter, sequence, from] of [
    [first[0], 0, startsAt],
    [moved[0], 1, startsAt + 2 * HOUR],
  ] as const) {
    const [read] = await readByAll([letter?.letter.calendar?.ics ?? '']);
    expect(read?.icalJs).toMatchObject({ sequence, from });
    uids.add(read?.icalJs?.uid ?? '');
  }
  expect(uids.size).toBe(1);
  await ask('POST', '/tell-change');
  clock.advance(HOUR);
  await server.app.invitations.idle();
  expect(await letters('invitationMoved')).toHaveLength(2);
});

test('cancelling takes it out of every calendar, and ends reminders', async () => {
  const { invite, letters, ask, clock, server } = await setting();
  await invite(QIAN, BERG);
  expect((await ask('POST', '/cancel')).body).toEqual({ told: 2 });
  expect((await ask('POST', '/cancel')).body).toEqual({ told: 0 });
  const cancelled = await letters('invitationCancelled');
  expect(cancelled).toHaveLength(2);
  expect(cancelled[0]?.letter.calendar?.method).toBe('CANCEL');
  expect((await readByAll([cancelled[0]?.letter.calendar?.ics ?? '']))[0]?.vobject).toMatchObject({
    method: 'CANCEL',
    sequence: 1,
  });
  clock.advance(25 * DAY);
  await server.app.invitations.idle();
  expect(await letters('reminderDay')).toEqual([]);
  expect((await invite({ ...BERG, mail: 'late@berg.example' })).body.error?.code).toBe('invitation/nothingToTell');
});

test('behind the link one reads the own hours, answers, and says where one is', async () => {
  const { invite, letters, secretIn, personal, ask } = await setting();
  await invite({ ...QIAN, timeZone: null });
  const [letter] = await letters('invitation');
  expect(letter?.letter.text).toContain('您当地的时间，请见您个人链接中的页面。');
  const secret = secretIn(letter);
  const page = (await personal('open', secret)).body;
  expect(page).toMatchObject({
    title: 'Green power, first workshop',
    name: 'QIAN Jingjing',
    role: 'speaker',
    answer: null,
    standing: 'open',
  });
  expect(page.when).toEqual([
    'When: Thursday, February 4, 2027, 16:00–17:30 (Beijing Time, UTC+08:00)',
    'Where you are: Thursday, February 4, 2027, 03:00–04:30 (Eastern Time, UTC−05:00)',
  ]);
  expect(page.parts).toEqual(['Your part: What companies buy, 16:30–16:50 (where you are 03:30–03:50)']);
  await personal('answer', secret, { answer: 'yes' });
  await personal('tested', secret);
  await personal('place', secret, { timeZone: 'Europe/Berlin', language: 'en' });
  const { invitations } = (await ask('GET')).body;
  expect(invitations[0]).toMatchObject({
    answer: 'yes',
    timeZone: 'Europe/Berlin',
    language: 'en',
    letter: 'held',
    testedAt: expect.any(Number),
  });
  const { ics } = (await personal('calendar', secret)).body;
  expect((await readByAll([String(ics)]))[0]?.icalendar).toMatchObject({
    sequence: 0,
    summary: 'Green power, first workshop',
  });
  for (const wrong of ['x'.repeat(43), secret.slice(0, -1) + (secret.endsWith('A') ? 'B' : 'A')])
    expect(await personal('open', wrong)).toMatchObject({
      status: 403,
      body: { error: { code: 'invitation/badLink' } },
    });
});

test('a withdrawn invitation opens nothing, is told, and may be made anew; a replaced link is replaced in the next letter', async () => {
  const { invite, letters, secretIn, personal, ask, desk, founded } = await setting();
  const [one] = (await invite(QIAN)).body.invitations;
  const secret = secretIn((await letters('invitation'))[0]);
  const links = `/api/workshops/${founded.workshop}/links`;
  const all = (
    await desk.ask<{ links: { id: string; person: string | null }[] }>('GET', links, { token: founded.seatToken })
  ).body.links;
  const link = all.find(({ person }) => person === 'qian')?.id ?? '';
  await desk.ask('POST', `${links}/${link}/replace`, { token: founded.seatToken });
  expect((await personal('open', secret)).status).toBe(403);
  expect((await ask('POST', `/${String(one?.id)}/send`)).status).toBe(200);
  // Both were written at one instant, so their order in the outbox says nothing.
  const secrets = (await letters('invitation')).map(secretIn);
  const again = secrets.find((other) => other !== secret) ?? '';
  expect(secrets).toHaveLength(2);
  expect((await personal('open', again)).status).toBe(200);
  expect((await ask('DELETE', `/${String(one?.id)}`)).body.invitations).toEqual([]);
  expect((await personal('open', again)).status).toBe(403);
  expect(await letters('invitationCancelled')).toHaveLength(1);
  expect((await ask('DELETE', `/${String(one?.id)}`)).body.error?.code).toBe('invitation/unknown');
  expect((await invite(QIAN)).body.invited).toBe(1);
});

test('a workshop without a beginning invites nobody, and a co-chair gives out no chair', async () => {
  const { ask, invite, chair, desk, at, server, founded } = await setting();
  const made = await desk.ask<{ url: string }>('POST', `/api/workshops/${founded.workshop}/links`, {
    body: { role: 'co-chair' },
    token: founded.seatToken,
  });
  const coChair = await new Visit(server.url).enter(made.body.url, 'Second');
  const wish = { ...BERG, role: 'chair' };
  expect(await ask('POST', '', { people: [wish] }, coChair.seatToken)).toMatchObject({ status: 403 });
  expect((await ask('POST', '', { people: [{ ...QIAN, person: 'nobody' }] })).body.error?.code).toBe(
    'link/unknownPerson',
  );
  expect((await desk.ask('GET', at)).status).toBe(401);
  await chair.send({ type: 'brief/revise', brief: {}, cleared: ['startsAt', 'endsAt'] });
  expect((await invite(BERG)).body.error?.code).toBe('invitation/nothingToTell');
});
