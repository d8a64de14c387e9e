// Programs at the real server: what a token opens and what not, commands over HTTP, and webhooks told of what happened, by a receiver that
// checks signatures, refuses, and comes back.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { PAUSES_MS } from '../../../server/api/courier.ts';
import { USUAL_DAYS } from '../../../shared/privacy/retention.ts';
import { AccountClient, administratorOf, signUp } from '../../support/account-client.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A program: no cookie, no origin, a token. */
const program = (url: string, token: string) => async (method: string, path: string, body?: unknown) => {
  const reply = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = (await reply.json()) as Record<string, unknown> & { error?: { code: string } };
  return { status: reply.status, body: answer, code: answer.error?.code ?? null };
};

const tokenOf = async (server: TestServer, scopes: readonly string[], days: number | null = null) => {
  const owner = await administratorOf(server);
  const { token, id } = await owner.client.post<{ token: string; id: string }>(
    `/api/organizations/${owner.organization}/tokens`,
    { name: '日历 calendar', scopes, days },
  );
  return { owner, token, id, ask: program(server.url, token) };
};

const WISH = { title: 'Second workshop', language: 'en', name: 'Calendar', timeZone: 'Asia/Shanghai' } as const;

test('given a token, when a program asks, then it may its scopes and nothing of a person’s, and is gone when withdrawn', async () => {
  const clock = createManualClock();
  const server = await startServer({ clock });
  const { owner, token, id, ask } = await tokenOf(server, ['organization.read', 'workshops.create'], 1);
  const home = `/api/organizations/${owner.organization}`;
  expect((await ask('GET', home)).status).toBe(200);
  expect((await ask('POST', '/api/workshops', WISH)).status).toBe(201);
  expect((await ask('GET', '/api/directory/table.csv?kind=person')).code).toBe('account/denied');
  expect((await ask('PATCH', home, { name: { en: 'Mine' } })).code).toBe('account/denied');
  expect((await ask('POST', `${home}/tokens`, { name: 'more', scopes: ['updates.publish'], days: null })).code).toBe(
    'account/denied',
  );
  for (const [method, path, body] of [
    ['GET', '/api/account'],
    ['GET', '/api/account/sessions'],
    ['GET', '/api/account/export'],
    ['PATCH', '/api/account', { name: 'Mallory' }],
    ['GET', '/api/administration/accounts'],
  ] as const) {
    expect([path, (await ask(method, path, body)).status]).toEqual([path, 403]);
  }
  // The cookie of a person does not lift it: a request with a token is the program's.
  const both = await owner.client.ask('GET', '/api/account', undefined, { authorization: `Bearer ${token}` });
  expect(both.status).toBe(403);

  const listed = await owner.client.ask('GET', `${home}/tokens`);
  expect(listed.text).not.toContain(token);
  expect(listed.text).toContain('日历 calendar');
  clock.advance(86_400_000);
  expect((await ask('GET', home)).code).toBe('token/unknown');

  const second = await tokenOf(server, ['organization.read']);
  expect((await second.ask('GET', home)).status).toBe(200);
  await owner.client.done('DELETE', `${home}/tokens/${second.id}`);
  expect((await second.ask('GET', home)).code).toBe('token/unknown');
  expect((await owner.client.ask('DELETE', `${home}/tokens/${id}`)).status).toBe(200);
});

test('given the member behind a token loses the role, when the program asks again, then it may no more than the member', async () => {
  const server = await startServer();
  const { organization, client: owner } = await administratorOf(server);
  const second = await signUp(server, { email: 'b@example.org', organizationRole: 'owner' });
  const home = `/api/organizations/${organization}`;
  const { token } = await second.client.post<{ token: string }>(`${home}/tokens`, {
    name: 'T',
    scopes: ['organization.read', 'workshops.create'],
    days: null,
  });
  const ask = program(server.url, token);
  expect((await ask('POST', '/api/workshops', WISH)).status).toBe(201);
  await owner.done('PATCH', `${home}/members/${second.account}`, { role: 'editor' });
  expect((await ask('POST', '/api/workshops', WISH)).code).toBe('account/denied');
  await owner.done('DELETE', `${home}/members/${second.account}`);
  expect((await ask('GET', home)).code).toBe('account/denied');
});

interface Told {
  readonly type: string;
  readonly id: string;
  readonly body: string;
  readonly isGenuine: boolean;
}

/** A receiver that answers by turns as told, and checks each signature by the specification's own words. */
const receiver = async () => {
  const told: Told[] = [];
  const answers: number[] = [];
  const state = { secret: '' };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': given } = request.headers;
      const key = Buffer.from(state.secret.replace(/^whsec_/, ''), 'base64');
      const signature = createHmac('sha256', key)
        .update(`${String(id)}.${String(at)}.${body}`)
        .digest('base64');
      const { type } = JSON.parse(body) as { type: string };
      told.push({ type, id: String(id), body, isGenuine: given === `v1,${signature}` });
      response.writeHead(answers.shift() ?? 204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, told, answers, state };
};

test('given a workshop is held by a program alone, when it goes from begin to end, then a webhook is told of each step once, signed, also after refusals and a restart', async () => {
  const clock = createManualClock();
  const folder = temporaryFolder();
  let server = await startServer({ clock, folder, webhooksMayBePrivate: true });
  const there = await receiver();
  const { owner, ask, token } = await tokenOf(server, ['workshops.create', 'workshops.manage']);
  const hooks = `/api/organizations/${owner.organization}/webhooks`;
  const made = await owner.client.post<{ id: string; secret: string }>(hooks, {
    url: there.url,
    hears: ['workshop.started', 'item.began', 'workshop.ended'],
  });
  there.state.secret = made.secret;
  expect((await owner.client.ask('GET', hooks)).text).not.toContain(made.secret);

  const founded = (await ask('POST', '/api/workshops', WISH)).body as { workshop: string; seatToken: string };
  let chair = program(server.url, founded.seatToken);
  const at = `/api/workshops/${founded.workshop}`;
  let asked = 0;
  const say = (command: unknown) => chair('POST', `${at}/commands`, { id: `say-${++asked}`, command });
  there.answers.push(500, 302);
  expect((await say({ type: 'session/begin' })).status).toBe(200);
  // Said again with the same id: done once, answered alike.
  expect((await chair('POST', `${at}/commands`, { id: 'say-1', command: { type: 'session/begin' } })).status).toBe(200);
  expect((await say({ type: 'session/begin' })).code).toBe('session/alreadyBegun');
  expect((await say({ type: 'no/such' })).status).toBe(400);
  await server.app.telling.idle();
  expect(there.told.map(({ type }) => type)).toEqual(['workshop.started']);
  clock.advance(PAUSES_MS[0] ?? 0);
  await server.app.telling.idle();
  // A redirect is no yes, and is not followed.
  expect(there.told).toHaveLength(2);

  await server.close();
  clock.advance(PAUSES_MS[1] ?? 0);
  server = await startServer({ clock, folder, webhooksMayBePrivate: true });
  chair = program(server.url, founded.seatToken);
  await server.app.telling.idle();
  expect(there.told.map(({ type }) => type)).toEqual(Array(3).fill('workshop.started'));
  expect(new Set(there.told.map(({ id }) => id)).size).toBe(1);

  expect((await say({ type: 'agenda/next' })).status).toBe(200);
  expect((await say({ type: 'session/end' })).status).toBe(200);
  await server.app.telling.idle();
  expect(
    there.told
      .slice(3)
      .map(({ type }) => type)
      .toSorted(),
  ).toEqual(['item.began', 'workshop.ended']);
  expect(there.told.every(({ isGenuine }) => isGenuine)).toBe(true);
  const item = JSON.parse(there.told.find(({ type }) => type === 'item.began')?.body ?? '{}') as Record<
    string,
    unknown
  >;
  expect(item).toMatchObject({ data: { workshop: { id: founded.workshop }, item: { title: expect.any(Object) } } });

  const view = await chair('GET', `${at}/view`);
  expect(view.body).toMatchObject({ view: { session: { phase: 'ended' } } });
  expect((await program(server.url, token)('GET', `${at}/view`)).code).toBe('access/noSeat');

  // Told again by hand: the same message, of the same id.
  const owned = new AccountClient(server.url);
  owned.cookie = owner.client.cookie;
  const { deliveries } = await owned.get<{ deliveries: { id: string; kind: string; state: string; tried: number }[] }>(
    `${hooks}/${made.id}/deliveries`,
  );
  expect(deliveries.map(({ state }) => state)).toEqual(Array(3).fill('delivered'));
  const started = deliveries.find(({ kind }) => kind === 'workshop.started');
  expect(started?.tried).toBe(3);
  await owned.post(`/api/organizations/${owner.organization}/deliveries/${started?.id}/replay`);
  await server.app.telling.idle();
  expect(there.told.at(-1)).toEqual(there.told[0]);
});

test('given a receiver that never takes it, when all tries are used up, then the delivery has failed and says why', async () => {
  const clock = createManualClock();
  const server = await startServer({ clock, webhooksMayBePrivate: true });
  const there = await receiver();
  const { owner, ask } = await tokenOf(server, ['workshops.create']);
  const hooks = `/api/organizations/${owner.organization}/webhooks`;
  const { id } = await owner.client.post<{ id: string }>(hooks, { url: there.url, hears: ['workshop.started'] });
  const founded = (await ask('POST', '/api/workshops', WISH)).body as { workshop: string; seatToken: string };
  there.answers.push(...Array<number>(PAUSES_MS.length + 1).fill(503));
  await program(server.url, founded.seatToken)('POST', `/api/workshops/${founded.workshop}/commands`, {
    id: 'begin',
    command: { type: 'session/begin' },
  });
  await server.app.telling.idle();
  for (const pause of PAUSES_MS) {
    clock.advance(pause);
    await server.app.telling.idle();
  }
  expect(there.told).toHaveLength(PAUSES_MS.length + 1);
  const { deliveries } = await owner.client.get<{ deliveries: unknown[] }>(`${hooks}/${id}/deliveries`);
  expect(deliveries).toMatchObject([{ state: 'failed', answer: '503', tried: PAUSES_MS.length + 1 }]);
  // It is kept as long as letters are.
  expect((await server.app.operations.purge()).letters).toBe(0);
  clock.advance(((USUAL_DAYS.letters ?? 0) + 1) * 86_400_000);
  expect((await server.app.operations.purge()).letters).toBe(1);
});

test('given an installation as it comes, when an owner names an address of the own network, then it is refused in words', async () => {
  const server = await startServer();
  const { client, organization } = await administratorOf(server);
  const wish = { url: 'http://127.0.0.1:1/', hears: ['workshop.ended'] };
  const reply = await client.ask('POST', `/api/organizations/${organization}/webhooks`, wish);
  expect([reply.status, reply.text]).toEqual([422, expect.stringContaining('webhook/notHttps')]);
});
