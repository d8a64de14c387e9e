// HTTP from outside: what each door answers to right, wrong, foreign and hostile requests.
import { connect as connectTcp } from 'node:net';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { enter, post, startWorkshop, type Founded } from '../../support/node-participant.ts';
import { startServer } from '../../support/server.ts';
import { gather } from '../../support/workshop-cast.ts';

const secretOf = (url: string): string => new URL(url).hash.slice('#k='.length);
const asked = async (url: string, init: RequestInit = {}) => {
  const reply = await fetch(url, init);
  const text = await reply.text();
  return { status: reply.status, text, headers: reply.headers, body: parsed(text) };
};
const parsed = (text: string): Record<string, unknown> => {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
};
const json = (body: unknown, token?: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const bearer = ({ seatToken }: { readonly seatToken: string }) => ({ authorization: `Bearer ${seatToken}` });
const started = { title: 'T', language: 'en', name: 'Ann', timeZone: 'Asia/Shanghai' };
const demoFile = readFileSync(new URL('../../../server/demo/first-online-workshop.json', import.meta.url), 'utf8');

describe('the first page', () => {
  test('given an empty store, when workshops come, then the lists say so, without any secret', async () => {
    const { url } = await startServer();
    expect((await asked(`${url}/api/installation`)).body).toMatchObject({ empty: true, upcoming: [], held: [] });
    const founded = await startWorkshop(url, 'Live one', 'Ann Chair');
    await post(url, '/api/demo', { mode: 'held', name: 'Bo', language: 'en' });
    const { body, text } = await asked(`${url}/api/installation`);
    expect(body).toMatchObject({
      empty: false,
      upcoming: [{ id: founded.workshop, title: { en: 'Live one' }, phase: 'scheduled' }],
      held: [{ phase: 'ended' }],
    });
    expect(text).not.toContain('Ann Chair');
    expect(text).not.toMatch(/secret|token|hash/i);
  });

  test('given a title in both languages, when a workshop is started, then both are kept', async () => {
    const { url } = await startServer();
    const title = { en: 'Cities', 'zh-Hans': '城市' };
    await post(url, '/api/workshops', { ...started, title });
    expect((await asked(`${url}/api/installation`)).body).toMatchObject({ upcoming: [{ title }] });
  });

  test('given media is down, when asked whether ready, then 503 and why; alive all the same', async () => {
    const { url } = await startServer();
    expect(await asked(`${url}/readyz`)).toMatchObject({ status: 503, body: { store: true, media: false } });
    expect(await asked(`${url}/healthz`)).toMatchObject({ status: 200 });
  });
});

describe('the door', () => {
  test('given a link, when the door is asked, then what stands on it; a guessed one learns nothing', async () => {
    const { url } = await startServer();
    const { founded, link } = await gather(url);
    const door = `${url}/api/workshops/${founded.workshop}/door`;
    const right = await asked(door, { headers: { 'x-plenary-link': secretOf(link('participant')) } });
    expect(right.body).toMatchObject({
      role: 'participant',
      knocks: true,
      opensAt: null,
      phase: 'scheduled',
      timeZone: 'Asia/Shanghai',
    });
    expect(right.text).not.toContain('Ann Chair');
    const speaker = await asked(door, { headers: { 'x-plenary-link': secretOf(link('speaker')) } });
    expect(speaker.body).toMatchObject({ role: 'speaker', knocks: false });
    const guessed = await asked(door, { headers: { 'x-plenary-link': 'A'.repeat(43) } });
    const elsewhere = await asked(door.replace(founded.workshop, 'nowhere'), {
      headers: { 'x-plenary-link': secretOf(link('chair')) },
    });
    expect([guessed.status, guessed.text]).toEqual([elsewhere.status, elsewhere.text]);
    expect(guessed.body).toEqual({ error: { code: 'access/badLink' } });
    expect((await asked(door)).body).toEqual({ error: { code: 'access/badLink' } });
  });

  test('given a guest of an organization that is known, when entering, then it is the same one; a new one is added', async () => {
    const { url, app } = await startServer();
    const { founded, link } = await gather(url);
    const path = `/api/workshops/${founded.workshop}/enter`;
    const guest = (name: string, organization: string) =>
      post(url, path, {
        secret: secretOf(link('speaker')),
        language: 'en',
        guest: { name, organization, position: 'Director' },
      });
    await guest('Bo', 'NRDC');
    await guest('Cy', 'nrdc');
    await guest('Di', '能源基金会');
    const state = (await app.registry.find(founded.workshop as never))?.room.state;
    expect(Object.values(state?.roster.organizations ?? {}).map(({ name }) => name)).toEqual([
      { en: 'NRDC' },
      { en: '能源基金会' },
    ]);
  });

  test.each([
    ['no name', { guest: {} }, 'guest.name'],
    ['an empty name', { guest: { name: '   ' } }, 'guest.name'],
    ['a name that turns text round', { guest: { name: 'A\u202eB' } }, 'guest.name'],
    ['a name of 300', { guest: { name: 'x'.repeat(300) } }, 'guest.name'],
    ['another language', { language: 'fr' }, 'language'],
    ['an honorific of one’s own', { guest: { name: 'A', honorific: 'king' } }, 'guest.honorific'],
    ['a role of one’s own', { role: 'chair' }, ''],
  ])('given %s, when entering, then the field is named', async (_what, more, path) => {
    const { url } = await startServer();
    const { founded, link } = await gather(url);
    const body = { secret: secretOf(link('participant')), language: 'en', guest: { name: 'Bo' }, ...more };
    const reply = await asked(`${url}/api/workshops/${founded.workshop}/enter`, json(body));
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ error: { code: 'http/invalid', fields: [{ path }] } });
  });
});

describe('who may', () => {
  test('given seats of every kind, when they ask for what needs a right, then only those who have it get it', async () => {
    const { url } = await startServer();
    const cast = await gather(url);
    const path = (rest: string, workshop = cast.founded.workshop) => `${url}/api/workshops/${workshop}/${rest}`;
    const speaker = await enter(url, cast.link('speaker'), 'Bo');
    const waiting = await enter(url, cast.link('participant'), 'Wanda');
    const stranger: Founded = await startWorkshop(url, 'Another', 'Zoe');
    const get = async (rest: string, by: { readonly seatToken: string }) =>
      (await asked(path(rest), { headers: bearer(by) })).status;
    for (const rest of ['draft', 'draft.html', 'draft.md', 'export', 'files/abc']) {
      const allowed = rest === 'files/abc' ? 404 : 200;
      expect([rest, await get(rest, cast.founded)]).toEqual([rest, allowed]);
      expect([rest, await get(rest, waiting)]).toEqual([rest, 403]);
      expect([rest, await get(rest, stranger)]).toEqual([rest, 401]);
      expect([rest, (await asked(path(rest))).status]).toEqual([rest, 401]);
    }
    expect(await get('export', speaker)).toBe(403);
    expect(await get('draft', speaker)).toBe(200);
    const links = (by: { readonly seatToken: string }) => asked(path('links'), json({ role: 'chair' }, by.seatToken));
    expect((await links(cast.founded)).status).toBe(201);
    expect((await links(speaker)).status).toBe(403);
    const ticket = (audience: string, by: { readonly seatToken: string }) =>
      asked(path('tickets'), json({ audience }, by.seatToken));
    expect((await ticket('socket', waiting)).status).toBe(201);
    expect((await ticket('notes', waiting)).status).toBe(403);
    expect((await ticket('socket', stranger)).status).toBe(401);
    expect((await ticket('admin', cast.founded)).status).toBe(400);
  });

  test('given a picture, when uploaded, then those at the table get it, and nobody else, under any address', async () => {
    const { url } = await startServer();
    const cast = await gather(url);
    const guest = await cast.admit('Bo');
    const waiting = await enter(url, cast.link('participant'), 'Wanda');
    const stranger = await startWorkshop(url, 'Another', 'Zoe');
    const picture = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer();
    const send = async (body: Uint8Array, by: { readonly seatToken: string }) => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(body)], { type: 'image/svg+xml' }), '../../x.svg');
      return asked(`${url}/api/workshops/${cast.founded.workshop}/files`, {
        method: 'POST',
        headers: bearer(by),
        body: form,
      });
    };
    const kept = await send(picture, guest.key);
    expect(kept).toMatchObject({ status: 201, body: { mediaType: 'image/webp', width: 30, height: 20 } });
    const of = (workshop: string) => `${url}/api/workshops/${workshop}/files/${String(kept.body['id'])}`;
    const read = await asked(of(cast.founded.workshop), { headers: bearer(cast.founded) });
    expect([read.status, read.headers.get('content-type'), read.headers.get('x-content-type-options')]).toEqual([
      200,
      'image/webp',
      'nosniff',
    ]);
    expect((await asked(of(cast.founded.workshop), { headers: bearer(waiting) })).status).toBe(403);
    expect((await asked(of(stranger.workshop), { headers: bearer(stranger) })).status).toBe(404);
    expect((await asked(of(cast.founded.workshop), { headers: bearer(stranger) })).status).toBe(401);
    expect(await send(Buffer.from('<svg/>'), guest.key)).toMatchObject({
      status: 422,
      body: { error: { code: 'file/notAPicture' } },
    });
    expect(await send(Buffer.alloc(13 * 1024 * 1024), guest.key)).toMatchObject({
      status: 413,
      body: { error: { code: 'file/tooLarge' } },
    });
    expect((await send(picture, waiting)).status).toBe(403);
  });
});

describe('a workshop’s file', () => {
  test('given the demo’s file, when imported, then its links open it, and its export can be imported again', async () => {
    const { url } = await startServer();
    const imported = await asked(`${url}/api/workshops/import?mode=held`, json(demoFile));
    expect(imported.status).toBe(201);
    const links = imported.body['links'] as { role: string; url: string }[];
    const chair = await enter(url, links.find(({ role }) => role === 'chair')?.url ?? '', 'Ann');
    const file = await asked(`${url}/api/workshops/${chair.workshop}/export`, { headers: bearer(chair) });
    expect(file.status).toBe(200);
    expect((await asked(`${url}/api/workshops/import?mode=held`, json(file.text))).status).toBe(201);
    const draft = await asked(`${url}/api/workshops/${chair.workshop}/draft?language=en`, { headers: bearer(chair) });
    expect(draft.text).toContain('60%');
  });

  test.each([
    ['no JSON', '{"format": ', 'file/notJson'],
    ['another format', '{"format":"x"}', 'file/otherFormat'],
    ['a __proto__', '{"format":"plenary-workshop","__proto__":{}}', 'file/reservedKey'],
  ])('given %s, when imported, then 422 with line and column, and nothing is made', async (_what, text, code) => {
    const { url } = await startServer();
    const reply = await asked(`${url}/api/workshops/import?mode=held`, json(text));
    expect(reply).toMatchObject({ status: 422, body: { error: { code: 'file/faults' } } });
    expect(reply.body['faults']).toContainEqual(expect.objectContaining({ code, line: 1, column: expect.any(Number) }));
    expect((await asked(`${url}/api/installation`)).body).toMatchObject({ empty: true });
  });
});

describe('wrong requests', () => {
  test.each([
    ['JSON that is none', json('{'), 400, 'http/malformed'],
    ['a __proto__ key', json('{"__proto__":{"a":1}}'), 400, 'http/malformed'],
    ['a constructor key', json('{"constructor":{"prototype":{"a":1}}}'), 400, 'http/malformed'],
    ['an empty body', json(''), 400, 'http/malformed'],
    [
      'another type',
      { method: 'POST', body: '<a/>', headers: { 'content-type': 'text/xml' } },
      415,
      'http/unsupportedType',
    ],
    [
      'a type with tricks',
      { method: 'POST', body: '{}', headers: { 'content-type': 'application/json\t; x' } },
      400,
      'http/invalid',
    ],
    ['too much', json(JSON.stringify({ ...started, title: 'x'.repeat(100_000) })), 413, 'http/tooLarge'],
    ['a list', json([]), 400, 'http/invalid'],
  ] as [string, RequestInit, number, string][])(
    'given %s, when sent, then %i is not a crash but a word',
    async (_what, init, status, code) => {
      const { url, app } = await startServer();
      const reply = await asked(`${url}/api/workshops`, init);
      expect([reply.status, (reply.body['error'] as { code: string } | undefined)?.code]).toEqual([status, code]);
      expect(app.counters.of('http.faults')).toBe(0);
      expect('a' in {}).toBe(false);
    },
  );

  test.each([
    '/api/%zz',
    '/%',
    '/api/workshops/%00/door',
    '/api/nothing',
    '/w/..%2f..%2fetc/passwd',
    '/assets/../../../etc/passwd',
    `/${'a'.repeat(5000)}`,
  ])('given the address %s, when asked, then a 4xx with a word', async (path) => {
    const { url, app } = await startServer();
    const { port, hostname } = new URL(url);
    const socket = connectTcp(Number(port), hostname);
    await once(socket, 'connect');
    socket.end(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    await once(socket, 'close');
    expect(text).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(text).toMatch(/"code":"[a-z]+\/[a-zA-Z]+"/);
    expect(app.counters.of('http.faults')).toBe(0);
  });

  test.each([
    ['no HTTP at all', 'HELLO\r\n\r\n', '400', 'http/malformed'],
    [
      'two lengths',
      'POST /api/workshops HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}',
      '400',
      'http/malformed',
    ],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, '431', 'http/tooLarge'],
    [
      'a body that is cut',
      'POST /api/workshops HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      '400',
      'http/malformed',
    ],
  ])('given %s, when sent, then a word in the usual shape', async (_what, sent, status, code) => {
    const { url, app } = await startServer();
    const { port, hostname } = new URL(url);
    const socket = connectTcp(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(sent);
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    await once(socket, 'close');
    expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(text).toContain(JSON.stringify({ error: { code } }));
    expect(app.counters.of('faults')).toBe(0);
  });
});

describe('every answer', () => {
  test('given a page or an API, when answered, then with the headers that keep it to itself', async () => {
    const { url } = await startServer();
    const { headers } = await asked(`${url}/api/installation`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`connect-src 'self' ws://${new URL(url).host};`);
    for (const rule of [
      "default-src 'self'",
      "script-src 'self';",
      "style-src 'self';",
      "object-src 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toContain('unsafe');
    expect(headers.get('permissions-policy')).toContain('camera=(self), microphone=(self), display-capture=(self)');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('given a public https address, when answered, then HSTS and wss', async () => {
    const { url } = await startServer({ http: { publicUrl: 'https://plenary.example' } });
    const { headers } = await asked(`${url}/api/installation`);
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
    expect(headers.get('content-security-policy')).toContain('wss://plenary.example');
  });

  test('given a host that is none, when answered, then it is not repeated', async () => {
    const { url, app } = await startServer();
    const reply = await app.fastify.inject({
      url: '/api/installation',
      headers: { host: "x; script-src 'unsafe-inline'" },
    });
    expect(String(reply.headers['content-security-policy'])).not.toContain('unsafe');
    expect(url).toBeTruthy();
  });

  test('given a fault, when answered, then a general word outside and the cause in the log, without secrets', async () => {
    const log: string[] = [];
    const { url, app } = await startServer({ logLevel: 'info', logTo: { write: (line) => void log.push(line) } });
    app.fastify.log.info({ req: { headers: { authorization: 'Bearer SECRET' } } }, 'x');
    expect(log.join('')).not.toContain('SECRET');
    const founded = await startWorkshop(url, 'T', 'Ann');
    const { room } = (await app.registry.find(founded.workshop as never)) ?? {};
    if (!room) throw new Error('no room');
    Object.defineProperty(room, 'state', {
      get: () => {
        throw new Error('the inner workings');
      },
    });
    const reply = await asked(`${url}/api/workshops/${founded.workshop}/draft?ticket=SECRET`, {
      headers: bearer(founded),
    });
    expect(reply).toMatchObject({ status: 500, body: { error: { code: 'http/fault' } } });
    expect(reply.text).not.toContain('inner');
    expect(log.join('')).toContain('the inner workings');
    expect(log.join('')).not.toContain('SECRET');
    expect(log.join('')).not.toContain(founded.seatToken);
  });

  test('given the API’s description, when asked, then every route stands in it', async () => {
    const { url } = await startServer();
    const { body } = await asked(`${url}/api/openapi.json`);
    expect(Object.keys(body['paths'] as object)).toEqual(
      expect.arrayContaining([
        '/api/workshops',
        '/api/demo',
        '/api/workshops/import',
        '/api/workshops/{id}/enter',
        '/api/workshops/{id}/tickets',
      ]),
    );
  });

  test('given too many workshops from one address, when one more is started, then 429 with a word', async () => {
    const { url } = await startServer({ limits: { http: { founding: 2 } } });
    await startWorkshop(url, 'T', 'Ann');
    await startWorkshop(url, 'T', 'Ann');
    expect(await asked(`${url}/api/workshops`, json(started))).toMatchObject({
      status: 429,
      body: { error: { code: 'http/tooFast' } },
    });
  });
});
