// Another wording by a language model, over HTTP to a real endpoint: off without one, nothing added, nobody's words sent, nothing else asked.
import { describe, expect, test } from 'vitest';
import type { RewriteReply, WorkingCopyReply } from '../../../shared/drafting/replies.ts';
import type { Piece } from '../../../shared/drafting/working-copy.ts';
import { createChatCompletions } from '../../../server/language-model/chat-completions.ts';
import { said, startModel } from '../../support/language-model.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { startServer, type TestServer } from '../../support/server.ts';

const editing = async (server: TestServer) => {
  const demo = await fetch(`${server.url}/api/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ mode: 'held', name: 'Ada', language: 'en' }),
  });
  const { workshop, seatToken } = (await demo.json()) as { workshop: string; seatToken: string };
  const ask = async <T>(path: string, body?: object) => {
    const reply = await fetch(`${server.url}/api/workshops/${workshop}/copy${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${seatToken}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: reply.status, body: (await reply.json()) as T & { error?: { code: string } } };
  };
  const copy = async () => (await ask<WorkingCopyReply>('')).body;
  const piece = async (match: (one: Piece) => boolean): Promise<Piece> => {
    const found = (await copy()).state.copies.en?.pieces.find(match);
    if (!found) throw new Error('no such piece');
    return found;
  };
  const reword = (of: Piece) => ask<RewriteReply>('/rewrite', { language: 'en', piece: of.id });
  return { ask, copy, piece, reword };
};
const isLead = (one: Piece): boolean => one.role === 'sentence' && one.section === 'lead';

test('given no language model, then the page offers none and the door says so', async () => {
  const { copy, piece, reword } = await editing(await startServer());
  expect((await copy()).rewrites).toBe(false);
  expect(await reword(await piece(isLead))).toMatchObject({
    status: 409,
    body: { error: { code: 'draft/rewriteOff' } },
  });
});

test('given a model, when it words a sentence truly, then that is a suggestion and no edit; when it lies, its reasons are told', async () => {
  const model = await startModel();
  const { ask, copy, piece, reword } = await editing(
    await startServer({ languageModel: { url: model.url, name: 'a-model', key: 'the-key' } }),
  );
  expect((await copy()).rewrites).toBe(true);
  const lead = await piece(isLead);
  model.answer = (text, reply) => said(reply, `"${text.replace('convened', 'held')}"`);
  const { status, body } = await reword(lead);
  expect(status).toBe(200);
  expect(body).toEqual({ base: lead.text, suggestion: lead.text.replace('convened', 'held'), added: [] });
  expect((await piece(isLead)).text).toBe(lead.text);
  expect(model.asked).toMatchObject([
    { path: '/v1/chat/completions', authorization: 'Bearer the-key', model: 'a-model' },
  ]);
  // The workshop's title stands between quotation marks: it stays here.
  expect(lead.text).toContain('Promoting Individual Low-carbon Consumption');
  expect(model.asked[0]?.whole).not.toContain('Promoting Individual');
  expect(model.asked[0]?.text).toContain('⟦1⟧');

  const edit = { type: 'edit', language: 'en', piece: lead.id, base: body.base, text: body.suggestion };
  expect((await ask('', edit)).status).toBe(200);
  expect(await piece(isLead)).toMatchObject({ text: body.suggestion, state: 'edited' });

  const lies: readonly (readonly [string, (text: string) => string, object])[] = [
    ['a number', (text) => text.replace('2020', '2021'), { kind: 'number', about: '2021' }],
    ['a name', (text) => text.replace(/ISP-CEP/, 'Greenpeace'), { kind: 'name', about: 'Greenpeace' }],
    ['a quote', (text) => `${text.slice(0, -1)}, “a success”.`, { kind: 'quote', about: '“a success”' }],
  ];
  for (const [name, lie, reason] of lies) {
    model.answer = (text, reply) => said(reply, lie(text));
    const refused = await reword(lead);
    expect([name, refused.status, refused.body.suggestion]).toEqual([name, 200, null]);
    expect(refused.body.added).toContainEqual(reason);
  }
});

test('given somebody’s words, when another wording is asked, then they are never sent', async () => {
  const model = await startModel();
  const { piece, reword } = await editing(
    await startServer({ languageModel: { url: model.url, name: 'm', key: null } }),
  );
  expect(await reword(await piece((one) => one.voice !== null))).toMatchObject({
    status: 409,
    body: { error: { code: 'draft/rewriteQuote' } },
  });
  expect(model.asked).toEqual([]);
});

describe('an endpoint that', () => {
  test.each<[string, (reply: Parameters<typeof said>[0], text: string) => void, string]>([
    ['answers no JSON', (reply) => reply.end('<html>'), 'garbage'],
    ['answers another shape', (reply) => reply.end('{"choices":[]}'), 'garbage'],
    ['answers nothing', (reply) => said(reply, ''), 'garbage'],
    ['answers control signs', (reply) => said(reply, 'a\u0000b'), 'garbage'],
    ['answers without end', (reply) => reply.end(`{"choices":"${'x'.repeat(200_000)}`), 'garbage'],
    ['refuses in its answer', (reply) => said(reply, null, { refusal: 'I cannot.' }), 'denied'],
    ['wants another key', (reply) => reply.writeHead(401).end('{}'), 'denied'],
    ['has too much to do', (reply) => reply.writeHead(429).end('{}'), 'denied'],
    ['is broken', (reply) => reply.writeHead(500).end('oops'), 'unreachable'],
    ['hangs up', (reply) => reply.destroy(), 'unreachable'],
  ])('%s', async (_, answer, why) => {
    const model = await startModel();
    model.answer = (text, reply) => answer(reply, text);
    const rewriter = createChatCompletions({
      endpoint: { url: model.url, name: 'm', key: null },
      clock: createManualClock(),
    });
    expect(await rewriter.reword('A sentence.', 'en')).toEqual({ ok: false, why });
  });

  test('never answers is given up when its time is over, and its connection let go', async () => {
    const [model, clock] = [await startModel(), createManualClock()];
    model.answer = () => undefined;
    const rewriter = createChatCompletions({ endpoint: { url: model.url, name: 'm', key: null }, clock });
    const answer = rewriter.reword('A sentence.', 'en');
    await expect.poll(() => model.asked.length).toBe(1);
    clock.advance(30_000);
    expect(await answer).toEqual({ ok: false, why: 'timeout' });
    await expect.poll(() => model.open.size).toBe(0);
    expect(clock.waiting).toBe(0);
  });

  test('sends elsewhere is not followed: nobody but the configured address is asked', async () => {
    const [model, other] = [await startModel(), await startModel()];
    for (const status of [301, 302, 307, 308]) {
      model.answer = (_, reply) => reply.writeHead(status, { location: `${other.url}/chat/completions` }).end();
      const rewriter = createChatCompletions({
        endpoint: { url: model.url, name: 'm', key: 'secret' },
        clock: createManualClock(),
      });
      expect(await rewriter.reword('A sentence.', 'en')).toMatchObject({ ok: false });
    }
    expect([model.asked.length, other.asked.length]).toEqual([4, 0]);
  });
});
