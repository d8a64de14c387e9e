// A ZIP over HTTP: sent, looked at, taken; by whom, and by whom not.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { administratorOf, signUp, type AccountClient } from '../../../support/account-client.ts';
import { startServer } from '../../../support/server.ts';
import { archive, zipOf } from './archive.ts';

interface Shown {
  readonly id: string;
  readonly phase: string;
  readonly counts: { readonly files: number; readonly updates: number; readonly bad: number };
  readonly files: readonly { readonly path: string; readonly title: string; readonly isTaken: boolean }[];
  readonly taken: readonly { readonly outcome: string; readonly publication: string }[];
  readonly fault: { readonly code: string } | null;
}

const send = async (client: AccountClient, body: Uint8Array, query: string, type = 'application/zip') => {
  const reply = await fetch(`${client.url}/api/publications/imports?${query}`, {
    method: 'POST',
    headers: { cookie: client.cookie, origin: client.url, 'content-type': type },
    body: Buffer.from(body),
  });
  return { status: reply.status, body: (await reply.json()) as Shown & { error?: { code: string } } };
};

test('an editor sends an archive, looks at what it holds, takes it, and finds it public; others are refused', async () => {
  const server = await startServer();
  const { organization } = await administratorOf(server);
  const editor = await signUp(server, { email: 'editor@example.org', organizationRole: 'editor' });
  const organizer = await signUp(server, { email: 'organizer@example.org', organizationRole: 'organizer' });
  const other = await signUp(server, { email: 'other@example.org', organizationRole: 'editor' });
  const query = `organization=${organization}&timeZone=Asia/Shanghai`;
  const zip = zipOf(await archive());

  expect((await send(organizer.client, zip, query)).status).toBe(403);
  expect((await send(editor.client, zip, 'timeZone=UTC')).status).toBe(403);
  expect((await send(editor.client, zip, `${query}x`)).status).toBe(400);
  expect((await send(editor.client, Buffer.from('{}'), query, 'application/json')).status).toBe(415);

  const sent = await send(editor.client, zip, query);
  expect([sent.status, sent.body.phase]).toEqual([202, 'reading']);
  const path = `/api/publications/imports/${sent.body.id}`;
  const until = (phase: string): Promise<Shown> =>
    vi.waitFor(async () => {
      const now = await editor.client.get<Shown>(path);
      expect(now.phase).toBe(phase);
      return now;
    }, 10_000);
  const ready = await until('ready');
  expect(ready.counts).toEqual({ files: 3, updates: 1, bad: 1 });
  expect(ready.files.find(({ isTaken }) => !isTaken)?.path).toBe('en/undated.html');
  expect(await (await fetch(`${server.url}/updates`)).text()).not.toContain('First Workshop');
  for (const who of [other, organizer]) expect((await who.client.ask('GET', path)).status).toBe(404);
  expect((await other.client.ask('POST', `${path}/take`, { publish: true })).status).toBe(404);

  await editor.client.post(`${path}/take`, { publish: true });
  expect((await until('done')).taken.map(({ outcome }) => outcome)).toEqual(['published']);
  expect((await editor.client.ask('POST', `${path}/take`, { publish: true })).status).toBe(409);
  expect(await (await fetch(`${server.url}/updates?language=en`)).text()).toContain('First Workshop was Held');
  // Nothing of the archive itself stays.
  expect(readdirSync(join(server.folder, 'imports'))).toEqual([]);
});

test('what is no archive says so; one that is let go is gone', async () => {
  const server = await startServer();
  const { client, organization } = await administratorOf(server);
  const query = `organization=${organization}&timeZone=UTC`;
  const bad = await send(client, Buffer.from('not a zip, only words that are longer than its end'), query);
  const path = `/api/publications/imports/${bad.body.id}`;
  await vi.waitFor(async () =>
    expect(await client.get<Shown>(path)).toMatchObject({ phase: 'failed', fault: { code: 'import/notAZip' } }),
  );
  const good = await send(client, zipOf({ 'a.md': '# A\n\n2020' }), query);
  const other = `/api/publications/imports/${good.body.id}`;
  await vi.waitFor(async () => expect((await client.get<Shown>(other)).phase).toBe('ready'));
  await client.done('DELETE', other);
  expect((await client.ask('GET', other)).status).toBe(404);
  expect(existsSync(join(server.folder, 'imports', `${good.body.id}.zip`))).toBe(false);
});
