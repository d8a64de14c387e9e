// The command line as a process: alone on the store, and beside a running server, whose end is orderly.
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildServer, builtCli } from '../../../server/setup/steps/outputs.mjs';
import { RETENTION_KINDS } from '../../../shared/privacy/retention.ts';
import { administratorOf } from '../../support/account-client.ts';
import { everythingStored } from '../../support/everything-stored.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { id, type WorkshopId } from '../../../shared/kernel/ids.ts';
import { startServer } from '../../support/server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const demo = join(root, 'server', 'demo', 'first-online-workshop.json');

// What users run is the build; it also starts in a fraction of the time.
beforeAll(() => buildServer(() => undefined), 120_000);

const plenary = (folder: string, ...words: readonly string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [builtCli, ...words],
      { cwd: root, env: { ...process.env, PLENARY_DATA: folder, LC_ALL: 'en_US.UTF-8' } },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });

describe('removing what is kept no longer', () => {
  test(
    'given letters and tries to sign in from two years ago, when purged beside a server and again alone, then counted, and gone',
    { timeout: 60_000 },
    async () => {
      const clock = createManualClock();
      const server = await startServer({ clock });
      const { client } = await administratorOf(server);
      await client.post('/api/sign-in/link', { email: 'purgemark@example.org', language: 'en' });
      await server.app.accounts.afterwards.settled();
      expect(await everythingStored(server.folder)).toContain('purgemark@example.org');
      clock.advance(800 * 86_400_000);
      const purged = await plenary(server.folder, 'purge');
      expect(purged).toMatchObject({ code: 0, err: '' });
      expect(purged.out).toMatch(/^ {2}[1-9]\d* {2}/m);
      await server.close();
      expect(await everythingStored(server.folder)).not.toContain('purgemark@example.org');
      const again = await plenary(server.folder, 'purge');
      expect(again).toMatchObject({ code: 0, err: '' });
      expect(again.out.split('\n').filter((line) => /^ {2}\d+ {2}/.test(line))).toHaveLength(RETENTION_KINDS.length);
    },
  );
});

describe('alone on the store', () => {
  test('given a file, when checked, imported, listed and exported, then each says so and the export is in order', async () => {
    const folder = temporaryFolder();
    expect(await plenary(folder, 'check', demo)).toMatchObject({ code: 0 });
    const imported = await plenary(folder, 'import', demo);
    expect(imported).toMatchObject({ code: 0, err: '' });
    const workshop = /workshop (\S+)\./.exec(imported.out)?.[1] ?? '';
    expect((await plenary(folder, 'list')).out).toContain(`${workshop}  Held`);
    const file = join(folder, 'out.json');
    expect(await plenary(folder, 'export', workshop, file)).toMatchObject({ code: 0 });
    expect(await plenary(folder, 'check', file)).toMatchObject({ code: 0 });
    expect(await plenary(folder, 'export', 'nowhere', file)).toMatchObject({ code: 1 });
  });

  test('given wrong words, a wrong file or none, when run, then each has its exit code and says where', async () => {
    const folder = temporaryFolder();
    const wrong = join(folder, 'wrong.json');
    writeFileSync(wrong, '{\n  "format": "x"\n}');
    expect(await plenary(folder, 'dance')).toMatchObject({ code: 64, err: expect.stringContaining('Usage') });
    expect(await plenary(folder, 'import', demo, '--held', '--again')).toMatchObject({ code: 64 });
    const faulty = await plenary(folder, 'import', wrong);
    expect(faulty.code).toBe(65);
    expect(faulty.err).toContain(`${wrong}:2:13  format  This is not a workshop file. (file/otherFormat)`);
    expect(await plenary(folder, 'check', join(folder, 'none.json'))).toMatchObject({ code: 66 });
  });
});

describe('beside a running server', () => {
  test('given a server holds the store, when a file is imported, then by way of the server, which knows it at once', async () => {
    const server = await startServer();
    const imported = await plenary(server.folder, 'import', demo, '--again');
    expect(imported).toMatchObject({ code: 0, err: '' });
    const lists = (await (await fetch(`${server.url}/api/installation`)).json()) as { upcoming: unknown[] };
    expect(lists.upcoming).toHaveLength(1);
    expect(imported.out).toContain(`${server.url}/w/`);
  });

  test('given a server that runs, when it is backed up, then another started on the copy has it all, and what stands there is not overwritten', async () => {
    const server = await startServer();
    const { operations } = server.app;
    const imported = await operations.importFile(readFileSync(demo, 'utf8'), 'held');
    const workshop = imported.ok ? imported.workshop : id<WorkshopId>('none');
    mkdirSync(join(server.folder, 'files', 'deep'), { recursive: true });
    writeFileSync(join(server.folder, 'files', 'deep', 'photo'), 'a photo');
    const copy = join(temporaryFolder(), 'copy');
    expect(await plenary(server.folder, 'backup', copy)).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(join(copy, 'files', 'deep', 'photo'), 'utf8')).toBe('a photo');
    await expect(operations.backup(copy)).rejects.toMatchObject({ code: 'backup/notEmpty' });
    await expect(operations.backup(join(server.folder, 'inside'))).rejects.toMatchObject({ code: 'backup/within' });
    const other = await startServer({ folder: copy });
    expect(await other.app.operations.exportFile(workshop)).toBe(await operations.exportFile(workshop));
  });

  test('given the control note, when looked at, then the owner’s alone; without its secret the door stays shut', async () => {
    const server = await startServer();
    const path = join(server.folder, 'control.json');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const { address } = JSON.parse(readFileSync(path, 'utf8')) as { address: string };
    expect((await fetch(`${address}/workshops`)).status).toBe(401);
    expect((await fetch(`${address}/workshops`, { headers: { authorization: 'Bearer x' } })).status).toBe(401);
    await server.close();
    expect(() => statSync(path)).toThrow();
  });

  test('given an old note of a server that is gone, when listed, then the store is opened all the same', async () => {
    const folder = temporaryFolder();
    const note = { address: 'http://127.0.0.1:9', secret: 'x'.repeat(43), pid: 1 };
    writeFileSync(join(folder, 'control.json'), JSON.stringify(note));
    expect(await plenary(folder, 'list')).toMatchObject({ code: 0 });
  });
});
