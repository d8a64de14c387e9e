// Editors over HTTP: from a workshop's draft to a public page, and who may not.
import { expect, test } from 'vitest';
import { publication } from '../../support/publication.ts';
import { administratorOf, signUp } from '../../support/account-client.ts';
import { startServer } from '../../support/server.ts';

interface Whole {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly slugs: { readonly en?: string };
  readonly obstacles: readonly { readonly code: string }[];
}

test('an editor takes an update from draft to public, corrects and withdraws it; others may not', async () => {
  const server = await startServer();
  const { client: owner, organization } = await administratorOf(server);
  const editor = await signUp(server, { email: 'editor@example.org', organizationRole: 'editor' });
  const organizer = await signUp(server, { email: 'organizer@example.org', organizationRole: 'organizer' });
  const stranger = await signUp(server, { email: 'stranger@example.org' });
  const one = publication({ organization: organization as never });
  await server.app.updates.publisher.create(one, null, 'created');
  const path = `/api/publications/${one.id}`;

  expect((await stranger.client.ask('GET', path)).status).toBe(404);
  expect((await fetch(`${server.url}${path}`)).status).toBe(401);
  expect(await stranger.client.get('/api/publications')).toEqual({ publications: [], total: 0 });
  expect(await organizer.client.get<{ total: number }>('/api/publications')).toMatchObject({ total: 1 });

  const named = await organizer.client.done<Whole>('PATCH', path, {
    version: 1,
    programme: { en: 'Clean Air', 'zh-Hans': '清洁空气' },
    themes: [{ 'zh-Hans': '重庆' }],
    editions: { en: { headline: 'Forty Experts Agree' } },
  });
  expect(named).toMatchObject({
    version: 2,
    programme: { key: 'clean-air' },
    themes: [{ key: 'chong-qing' }],
    mayPublish: false,
  });
  expect((await organizer.client.ask('POST', `${path}/publish`, { version: 2 })).status).toBe(403);
  expect((await editor.client.ask('POST', `${path}/publish`, { version: 1 })).status).toBe(409);
  const open = await editor.client.post<Whole>(`${path}/publish`, { version: 2 });
  expect(open).toMatchObject({ status: 'published', slugs: { en: 'forty-experts-agree' }, obstacles: [] });
  expect((await fetch(`${server.url}/updates/forty-experts-agree`)).status).toBe(200);
  const latest = (await (await fetch(`${server.url}/api/updates?language=en`)).json()) as {
    updates: { href: string }[];
  };
  expect(latest.updates.map(({ href }) => href)).toEqual(['/updates/forty-experts-agree']);

  expect((await organizer.client.ask('PATCH', path, { version: 3, themes: [] })).status).toBe(403);
  const text = { en: 'The number was forty-one.', 'zh-Hans': '应为四十一位。' };
  await editor.client.post(`${path}/correct`, { version: 3, text });
  expect(await (await fetch(`${server.url}/updates/forty-experts-agree`)).text()).toContain(
    'The number was forty-one.',
  );
  await owner.post(`${path}/withdraw`, { version: 4 });
  expect((await fetch(`${server.url}/updates/forty-experts-agree`)).status).toBe(410);
});

test('what stands in the way is told with the refusal', async () => {
  const server = await startServer();
  const { client, organization } = await administratorOf(server);
  const one = publication({ organization: organization as never, editions: {} });
  await server.app.updates.publisher.create(one, null, 'created');
  const refused = await client.ask<{ obstacles?: unknown }>('POST', `/api/publications/${one.id}/publish`, {
    version: 1,
  });
  expect([refused.status, refused.body.obstacles]).toEqual([422, [{ code: 'publication/noEdition' }]]);
});

test('a publication begins with a workshop’s draft, for who manages the installation where nobody owns it', async () => {
  const server = await startServer();
  const { client } = await administratorOf(server);
  const demo = await fetch(`${server.url}/api/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mode: 'held', name: 'Ada', language: 'en' }),
  });
  const { workshop } = (await demo.json()) as { workshop: string };
  const begun = await client.post<Whole>('/api/publications', { workshop });
  expect(begun).toMatchObject({ status: 'draft', version: 1, obstacles: [] });
  expect(await client.post<Whole>('/api/publications', { workshop })).toMatchObject({ id: begun.id });
  const open = await client.post<Whole>(`/api/publications/${begun.id}/publish`, { version: 1 });
  const page = await (await fetch(`${server.url}/updates/${open.slugs.en ?? ''}`)).text();
  expect(page).toContain('Ms. QIAN Jingjing');
  expect((await client.ask('POST', '/api/publications', { workshop: 'nowhere' })).status).toBe(404);
});
