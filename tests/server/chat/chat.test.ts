// The chat over the real wire: who is told which words, what nobody else's browser receives, deleting, repeating, coming late; reactions.
import { expect, test } from 'vitest';
import { id, type CommandId, type SeatId } from '../../../shared/kernel/ids.ts';
import type { ChatAudience } from '../../../shared/workshop/chat/types.ts';
import { createMint } from '../../../server/mint.ts';
import { enter, type SeatKey } from '../../support/node-participant.ts';
import { connect, type SeatClient } from '../../support/seat-client.ts';
import { startServer } from '../../support/server.ts';
import { gather } from '../../support/workshop-cast.ts';

const ALL: ChatAudience = { kind: 'all' };
const say = (to: ChatAudience, text: string) => ({ type: 'chat/say', to, text }) as const;
const commandId = (): CommandId => id<CommandId>(createMint().id());

/** Everything this connection is sent, as text. */
const framesOf = (client: SeatClient): string[] => {
  const frames = [JSON.stringify(client.welcome)];
  client.socket.onAny((...frame: unknown[]) => frames.push(JSON.stringify(frame)));
  return frames;
};

const get = async (url: string, key: SeatKey, path: string) => {
  const reply = await fetch(`${url}/api/workshops/${key.workshop}/${path}`, {
    headers: { authorization: `Bearer ${key.seatToken}` },
  });
  return { status: reply.status, text: await reply.text() };
};
const wordsFor = async (url: string, key: SeatKey): Promise<readonly string[]> =>
  Object.values((JSON.parse((await get(url, key, 'chat')).text) as { words: Record<string, string> }).words);

test('given lines to all, to the desk and to one person, when they are said, then no other browser receives anything of them', async () => {
  const { url } = await startServer();
  const { chair, admit, link, founded } = await gather(url);
  const [ann, bob, cho] = [await admit('Ann'), await admit('Bob'), await admit('Cho')];
  const waiting = await connect(url, await enter(url, link('participant'), 'Waiting Wanda'));
  await chair.send({ type: 'chat/setRules', rules: { between: true } });
  const frames = new Map([ann, bob, cho, chair, waiting].map((one) => [one, framesOf(one)]));
  const heard = (one: SeatClient, text: string) => (frames.get(one) ?? []).some((frame) => frame.includes(text));
  const [toAll, toDesk, toBob] = [commandId(), commandId(), commandId()];
  await ann.send(say(ALL, 'for everyone'), toAll);
  await ann.send(say({ kind: 'desk' }, 'for the chairs'), toDesk);
  await ann.send(say({ kind: 'seat', seat: bob.key.seat as SeatId }, 'for Bob alone'), toBob);
  const last = await cho.send({ type: 'attendance/optOut', out: true });
  const lastSeq = last.ok ? last.seq : 0;
  await Promise.all(
    [ann, bob, cho, chair].map((one) => one.until(() => one.seq >= lastSeq && heard(one, 'for everyone'))),
  );
  await Promise.all([ann, bob].map((one) => one.until(() => heard(one, 'for Bob alone'))));
  await Promise.all([ann, chair].map((one) => one.until(() => heard(one, 'for the chairs'))));
  await waiting.until(() => waiting.seq >= lastSeq);

  // The words, and the very ids of the lines: live, by catching up, and by coming back.
  const back = await connect(url, cho.key);
  for (const [client, hidden] of [
    [cho, [toDesk, toBob, 'for the chairs', 'for Bob']],
    [back, [toDesk, toBob, 'for the chairs', 'for Bob']],
    [bob, [toDesk, 'for the chairs']],
    [chair, [toBob, 'for Bob']],
    [waiting, [toAll, toDesk, toBob, 'for ']],
  ] as const) {
    const all = [
      ...(frames.get(client) ?? [JSON.stringify(client.welcome)]),
      JSON.stringify(client === cho ? null : await client.catchUp(0)),
    ].join('\n');
    for (const one of hidden) expect(all).not.toContain(one);
  }
  expect(await wordsFor(url, cho.key)).toEqual(['for everyone']);
  expect(await wordsFor(url, founded)).toEqual(['for everyone', 'for the chairs']);
  expect(await wordsFor(url, bob.key)).toEqual(['for everyone', 'for Bob alone']);
  expect((await get(url, { ...bob.key, seatToken: 'x'.repeat(40) }, 'chat')).status).toBe(401);
  // Deleting tells no third one either.
  await ann.send({ type: 'chat/delete', line: toBob });
  await bob.until(() => bob.entries.some(({ events }) => events.some(({ type }) => type === 'chat/deleted')));
  for (const one of [chair, cho]) expect(JSON.stringify(one.entries)).not.toContain(toBob);
});

test('given a deleted line, when its command comes again with other words, then it has none, and a late joiner sees the trace', async () => {
  const { url, app } = await startServer();
  const { chair, admit, founded } = await gather(url);
  const ann = await admit('Ann');
  const [line, kept] = [commandId(), commandId()];
  const first = await ann.send(say(ALL, 'regretted'), line);
  await ann.send(say(ALL, 'kept'), kept);
  await ann.send(say(ALL, 'an edited line'), kept);
  await chair.send({ type: 'chat/delete', line });
  expect(await ann.send(say(ALL, 'regretted once more'), line)).toEqual(first);
  const late = await admit('Late');
  expect(late.snapshots.at(-1)?.view.chat.lines).toMatchObject([{ id: line, deleted: 'desk' }, { id: kept }]);
  await expect.poll(() => wordsFor(url, late.key)).toEqual(['kept']);
  // A refused line leaves nothing behind.
  await chair.send({ type: 'chat/setRules', rules: { open: false } });
  expect(await ann.send(say(ALL, 'too late'))).toMatchObject({ refusal: { code: 'chat/closed' } });
  expect(await wordsFor(url, founded)).toEqual(['kept']);
  expect((await get(url, ann.key, 'records/chat')).status).toBe(403);
  expect((await get(url, founded, 'records/chat')).text).toContain('1 message by 1 person who did not agree');
  await ann.send({ type: 'consents/answer', purpose: 'chat', given: true, version: 1 });
  expect((await get(url, founded, 'records/chat')).text).toContain('Ann,kept');
  expect(app.counters.of('faults')).toBe(0);
});

test('given reactions, when one comes too fast, then it is not told; nobody who waits hears any, and the log keeps none', async () => {
  const { url, app } = await startServer();
  const { chair, admit, link, founded } = await gather(url);
  const ann = await admit('Ann');
  const waiting = await connect(url, await enter(url, link('participant'), 'Waiting Wanda'));
  const [told, outside] = [framesOf(chair), framesOf(waiting)];
  const running = await app.registry.find(founded.workshop as never);
  const before = running?.room.seq;
  const replies = await Promise.all(
    Array.from({ length: 12 }, () => ann.raw<{ ok: boolean }>('workshop:react', { reaction: 'applause' })),
  );
  const passed = replies.filter(({ ok }) => ok).length;
  expect(passed).toBeLessThan(12);
  await chair.until(() => told.filter((frame) => frame.includes('workshop:reacted')).length === passed);
  expect(await waiting.raw('workshop:react', { reaction: 'agree' })).toEqual({ ok: false });
  expect(await ann.raw('workshop:react', { reaction: '<b>' })).toMatchObject({ error: { code: 'protocol/malformed' } });
  expect(outside.join()).not.toContain('reacted');
  expect(running?.room.seq).toBe(before);
});
