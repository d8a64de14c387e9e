// The process around the server: how it starts, how it refuses to, and how it ends.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { enter, startWorkshop } from '../support/node-participant.ts';
import { connect } from '../support/seat-client.ts';
import { serverProcess } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const runOnce = (env: Readonly<Record<string, string>>) =>
  new Promise<{ code: number | null; err: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', 'server/main.ts'],
      { cwd: root, env: { ...process.env, PORT: '0', ...env } },
      (_error, _out, err) => resolve({ code: child.exitCode, err }),
    );
  });

test('given people are connected, when the process is asked to end, then they are told, all is written, and it exits 0', async () => {
  const folder = temporaryFolder();
  const server = await serverProcess(folder);
  onTestFinished(() => server.kill());
  await server.start();
  expect(server.output()).toContain(`Plenary is open at ${server.url}`);
  expect(server.output()).toContain(`A new data folder was made: ${folder}`);
  const founded = await startWorkshop(server.url, 'T', 'Ann');
  const chair = await connect(server.url, founded);
  const command = chair.send({ type: 'session/begin' });
  expect(await command).toMatchObject({ ok: true });
  expect(await server.stop()).toBe(0);
  await chair.until(() => chair.goodbye !== null && !chair.socket.connected);
  expect(chair.goodbye).toEqual({ code: 'protocol/unavailable' });
  expect(existsSync(join(folder, 'control.json'))).toBe(false);

  await server.start();
  const back = await connect(server.url, founded);
  expect(back.welcome?.view.session.phase).toBe('live');
  expect(back.welcome?.epoch).not.toBe(chair.welcome?.epoch);
  const link = founded.links.find(({ role }) => role === 'speaker')?.url ?? '';
  expect((await enter(server.url, link, 'Bo')).seat).toBeTruthy();
  expect(await server.stop()).toBe(0);
});

test('given another process holds the data folder, when started, then exit 1 and the reason in words', async () => {
  const folder = temporaryFolder();
  const server = await serverProcess(folder);
  onTestFinished(() => server.kill());
  await server.start();
  const second = await runOnce({ PLENARY_DATA: folder });
  expect(second.code).toBe(1);
  expect(second.err).toContain(`Another Plenary already runs on the data folder ${folder}. (store/heldByAnother)`);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

test('given a wrong setting, when started, then exit 78, its name, its fault and an example, and nothing is made', async () => {
  const folder = join(temporaryFolder(), 'never');
  const refused = await runOnce({ PLENARY_DATA: folder, PORT: 'http' });
  expect(refused.code).toBe(78);
  expect(refused.err).toMatch(/PORT .*Example: \d+/);
  expect(existsSync(folder)).toBe(false);
});
