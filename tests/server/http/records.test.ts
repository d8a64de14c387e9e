// The tables a workshop leaves, as anybody at the desk downloads them: every table in both languages, and nobody else.
import { expect, test } from 'vitest';
import { id, type CommandId } from '../../../shared/kernel/ids.ts';
import type { PollPlan } from '../../../shared/workshop/polls/types.ts';
import { startServer } from '../../support/server.ts';
import { gather } from '../../support/workshop-cast.ts';
import { createManualClock } from '../../support/manual-clock.ts';

const plan: PollPlan = {
  kind: 'single',
  question: 'Which city?',
  item: null,
  options: ['Beijing', '=Shenzhen'],
  anonymous: false,
  hidden: false,
  weighted: false,
  roles: ['chair', 'participant'],
  seconds: null,
};

test('given a workshop that was held, when its tables are fetched, then they hold what happened, for the desk alone', async () => {
  const clock = createManualClock();
  const server = await startServer({ clock });
  const { chair, admit, founded } = await gather(server.url);
  const ann = await admit('Ann');
  await chair.send({ type: 'session/begin' });
  await chair.send({ type: 'agenda/next' });
  await chair.send({ type: 'floor/give', seat: id(ann.key.seat) });
  clock.advance(90_000);
  await chair.send({ type: 'floor/takeBack' });
  await ann.send({ type: 'questions/ask', item: null, text: 'Why, and "how"?' }, 'q');
  await ann.send({ type: 'questions/vote', question: id<CommandId>('q') });
  await chair.send({
    type: 'questions/answer',
    question: id<CommandId>('q'),
    answer: { kind: 'written', text: 'So.' },
  });
  await chair.send({ type: 'polls/prepare', plan, open: true }, 'p');
  await ann.send({ type: 'polls/vote', poll: id<CommandId>('p'), choice: [1] });
  await chair.send({ type: 'polls/close', poll: id<CommandId>('p') });

  const table = async (name: string, language: string, token = founded.seatToken) => {
    const reply = await fetch(`${server.url}/api/workshops/${founded.workshop}/records/${name}?language=${language}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    // The mark at the beginning is dropped by text().
    const text = Buffer.from(await reply.arrayBuffer()).toString('utf8');
    return { status: reply.status, type: reply.headers.get('content-type'), lines: text.split('\r\n') };
  };
  const times = await table('talk-times', 'en');
  expect([times.status, times.type, times.lines[0]]).toEqual([
    200,
    'text/csv; charset=utf-8',
    '\ufeffBy,Name,Seconds,Speeches',
  ]);
  expect(times.lines).toContain('Person,Ann,90,1');
  const attendance = (await table('attendance', 'zh-Hans')).lines;
  expect([attendance[0], attendance.slice(1, 3).sort()]).toEqual([
    '\ufeff姓名,机构,国家,在场分钟数',
    ['Ann Chair,,,2', 'Ann,,,2'],
  ]);
  expect((await table('agenda', 'en')).lines[1]).toMatch(/^[^,]+,\d+,90,0,/);
  const [, question] = (await table('questions', 'en')).lines;
  expect(question).toMatch(/^"Why, and ""how""\?",,Ann,[^,]+,1,answered,So\.,,$/);
  const polls = (await table('polls', 'zh-Hans')).lines;
  expect(polls[2]).toMatch(/^1,Which city\?,,单选,,[^,]+,[^,]+,1,2,'=Shenzhen,1,$/);
  expect((await table('ballots', 'en')).lines[1]).toBe("1,Which city?,Ann,,'=Shenzhen");
  for (const name of ['talk-times', 'attendance', 'agenda', 'questions', 'polls', 'ballots']) {
    expect((await table(name, 'en', ann.key.seatToken)).status).toBe(403);
    expect((await table(name, 'en', 'nobody')).status).toBe(401);
  }
  expect((await table('secrets', 'en')).status).toBe(400);
});
