// Without a name means without a name: in the log, in the audit log, and after a restart; and what an anonymous poll chose survives one too.
import { expect, test } from 'vitest';
import { id, type CommandId, type WorkshopId } from '../../../shared/kernel/ids.ts';
import { sha256 } from '../../../shared/kernel/sha256.ts';
import type { Entry } from '../../../shared/workshop/workshop.ts';
import { administratorOf } from '../../support/account-client.ts';
import { connect } from '../../support/seat-client.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { gather } from '../../support/workshop-cast.ts';

const TOKEN = 'a-token-that-only-the-asker-has';
const logOf = async ({ app }: TestServer, workshop: string): Promise<readonly Entry[]> =>
  (await app.registry.find(id<WorkshopId>(workshop)))?.room.entries ?? [];

test('given a question without a name, when it is asked and withdrawn, then neither log nor audit tells who', async () => {
  const server = await startServer();
  const { client: admin } = await administratorOf(server);
  const { chair, admit, founded } = await gather(server.url);
  await chair.send({ type: 'questions/setRules', rules: { anonymous: true } });
  const ann = await admit('Ann');
  const before = (await logOf(server, founded.workshop)).length;
  const ask = { type: 'questions/ask', item: null, text: 'Dare I?', seal: sha256(TOKEN) } as const;
  expect(await ann.send(ask, 'asked-so')).toMatchObject({ ok: true, seq: before + 1 });
  expect(await ann.send({ type: 'questions/withdraw', question: id('asked-so') }, 'no')).toMatchObject({ ok: false });
  await ann.send({ type: 'questions/withdraw', question: id<CommandId>('asked-so'), token: TOKEN }, 'gone');
  const told = (await logOf(server, founded.workshop)).slice(before);
  expect(told.map(({ by, events }) => [by.kind, events[0]?.type])).toEqual([
    ['unnamed', 'questions/asked'],
    ['unnamed', 'questions/withdrawn'],
  ]);
  expect(JSON.stringify(told)).not.toContain(ann.key.seat);
  const { records } = await admin.get<{ records: { action: string; seat?: string; request?: string }[] }>(
    `/api/administration/audit?workshop=${founded.workshop}&action=questions/`,
  );
  const named = records.filter(({ seat }) => seat === ann.key.seat).map(({ request }) => request);
  // The one that showed no token was not concealed, and was refused.
  expect([records.length, named]).toEqual([4, ['no']]);

  await server.close();
  const again = await startServer({ folder: server.folder });
  expect(await (await connect(again.url, ann.key)).send(ask, 'asked-so')).toMatchObject({ ok: true, seq: before + 1 });
});

test('given an anonymous poll, when the server restarts amid it, then every vote counts once and the box is empty after', async () => {
  const first = await startServer();
  const cast = await gather(first.url);
  await cast.chair.send({ type: 'session/begin' });
  const people = [await cast.admit('Ann'), await cast.admit('Bob'), await cast.admit('Cho')];
  const plan = {
    kind: 'single',
    question: 'Which?',
    item: null,
    options: ['A', 'B'],
    anonymous: true,
    hidden: false,
    weighted: false,
    roles: ['participant'],
    seconds: null,
  } as const;
  await cast.chair.send({ type: 'polls/prepare', plan, open: true }, 'poll');
  const poll = id<CommandId>('poll');
  const vote = (place: number) => ({ type: 'polls/vote', poll, choice: [place] }) as const;
  expect(await people[0]?.send(vote(1), 'one')).toMatchObject({ ok: true });
  expect(await people[1]?.send(vote(1), 'two')).toMatchObject({ ok: true });
  await first.close();

  const server = await startServer({ folder: first.folder });
  const [ann, , cho] = await Promise.all(people.map(({ key }) => connect(server.url, key)));
  const chair = await connect(server.url, cast.founded);
  expect(await ann?.send(vote(1), 'one')).toMatchObject({ ok: true });
  expect(await ann?.send(vote(0))).toMatchObject({ ok: false, refusal: { code: 'polls/alreadyVoted' } });
  await cho?.send(vote(0));
  expect(JSON.stringify(await logOf(server, cast.founded.workshop))).not.toContain('"choice":[');
  expect(await chair.send({ type: 'polls/close', poll })).toMatchObject({ ok: true });
  await ann?.until(() => ann.entries.some(({ events }) => events.some(({ type }) => type === 'polls/closed')));
  // Each has learnt of the own vote, and of the others' that there was one more.
  const told = (of: typeof ann) =>
    of?.entries.flatMap(({ events }) => events.filter(({ type }) => /^polls\/(voted|counted)/.test(type)));
  await cho?.until(() => cho.entries.some(({ events }) => events.some(({ type }) => type === 'polls/closed')));
  expect(told(cho)).toEqual([{ type: 'polls/voted', poll, seat: people[2]?.key.seat, choice: null }]);
  expect(told(ann)).toEqual([{ type: 'polls/counted', poll }]);
  const log = await logOf(server, cast.founded.workshop);
  expect(log.at(-1)?.events).toEqual([
    { type: 'polls/closed', poll, result: { counts: [1, 2], turnout: 3, eligible: 3 } },
  ]);
  // Taken back it cannot be, and counted again neither.
  expect(await chair.send({ type: 'polls/close', poll })).toMatchObject({ ok: false });
});
