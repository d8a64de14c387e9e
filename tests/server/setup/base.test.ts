// The set-up's small parts: the gate for Node, stamps, fingerprints, the lock, the closing line.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../../server/setup/base/fingerprint.mjs';
import { withLock } from '../../../server/setup/base/lock.mjs';
import { requireNode } from '../../../server/setup/base/node-version.mjs';
import { cacheFolder } from '../../../server/setup/base/paths.mjs';
import { run } from '../../../server/setup/base/run.mjs';
import { whenChanged } from '../../../server/setup/base/stamp.mjs';
import { closingLine } from '../../../server/setup/steps/closing-line.mjs';
import { kindsAsked } from '../../../server/setup/steps/test-kinds.mjs';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('the gate for Node', () => {
  test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0', '100.0.0'])('%s may pass', (version) => {
    expect(() => requireNode(version)).not.toThrow();
  });

  test.each(['20.18.3', '18.20.0', '19.99.0', '9.0.0'])('%s is told which Node is needed', (version) => {
    expect(() => requireNode(version)).toThrow(`Plenary needs Node 20.19 or newer, and this is Node ${version}.`);
  });

  test('package.json says the same floor', () => {
    expect(JSON.parse(readFileSync('package.json', 'utf8'))).toMatchObject({ engines: { node: '>=20.19' } });
  });
});

describe('a stamp', () => {
  test('makes again only for another print, a missing result or an interrupted work', async () => {
    const folder = temporaryFolder();
    const [stamp, result] = [join(folder, 'stamp'), join(folder, 'result')];
    const make = () => Promise.resolve(writeFileSync(result, ''));
    expect(await whenChanged({ stamp, print: 'a', result }, make)).toBe(true);
    expect(await whenChanged({ stamp, print: 'a', result }, make)).toBe(false);
    expect(await whenChanged({ stamp, print: 'b', result }, make)).toBe(true);
    expect(await whenChanged({ stamp, print: 'b', result: join(folder, 'gone') }, make)).toBe(true);
    const fail = () => Promise.reject(new Error('power cut'));
    await expect(whenChanged({ stamp, print: 'c', result }, fail)).rejects.toThrow('power cut');
    expect(await whenChanged({ stamp, print: 'b', result }, make)).toBe(true);
  });
});

describe('a fingerprint', () => {
  test('knows content and names, not dates, and leaves out what it is told to', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'a'));
    writeFileSync(join(folder, 'a', 'one'), '1');
    const before = fingerprint(folder, ['a', 'missing']);
    writeFileSync(join(folder, 'a', 'one'), '1');
    expect(fingerprint(folder, ['a'])).toBe(before);
    writeFileSync(join(folder, 'a', 'notes.md'), '');
    expect(fingerprint(folder, ['a'], (path) => !path.endsWith('.md'))).toBe(before);
    expect(fingerprint(folder, ['a'])).not.toBe(before);
    writeFileSync(join(folder, 'a', 'one'), '2');
    expect(fingerprint(folder, ['a'], (path) => !path.endsWith('.md'))).not.toBe(before);
  });
});

describe('the lock', () => {
  test('lets one in at a time and tells the other whom it waits for', async () => {
    const file = join(temporaryFolder(), 'deep', 'lock');
    const seen: string[] = [];
    const waited: number[] = [];
    const enter = (name: string) =>
      withLock(file, { every: 5, onWait: (owner) => void waited.push(owner) }, async () => {
        seen.push(`${name} in`);
        await wait(30);
        seen.push(`${name} out`);
      });
    const first = enter('a');
    await wait(10);
    await Promise.all([first, enter('b')]);
    expect(seen).toEqual(['a in', 'a out', 'b in', 'b out']);
    expect(waited).toEqual([process.pid]);
  });

  test('of a dead owner is taken over, and a failed work gives it back', async () => {
    const file = join(temporaryFolder(), 'lock');
    const gone = await run(process.execPath, ['-p', 'process.pid']);
    writeFileSync(file, gone.output.trim());
    const onWait = () => expect.unreachable();
    await expect(withLock(file, { every: 5, onWait }, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withLock(file, { every: 5, onWait }, () => Promise.resolve(7))).toBe(7);
  });
});

describe('running a program', () => {
  test('reads lines, ends at its limit, answers 127 for a missing one', async () => {
    const lines: string[] = [];
    const said = await run('sh', ['-c', 'printf "one\\ntwo\\n"; exit 3'], { onLine: (line) => void lines.push(line) });
    expect({ code: said.code, lines }).toEqual({ code: 3, lines: ['one', 'two'] });
    expect((await run('sleep', ['20'], { limit: 20 })).code).toBe(128 + 9);
    expect((await run('no-such-program', [])).code).toBe(127);
  });

  test('leaves no ear for signals behind', async () => {
    const before = process.listenerCount('SIGTERM');
    await Promise.all([run('true', []), run('true', [])]);
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });
});

test('the cache follows XDG, which ignores a relative path', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/var/tmp/x' })).toBe('/var/tmp/x/plenary');
  expect(cacheFolder({ XDG_CACHE_HOME: 'x' })).toMatch(/\/\.cache\/plenary$/);
});

describe('the closing line', () => {
  const counts = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 0 };

  test('counts what vitest counted', () => {
    expect(closingLine(JSON.stringify({ ...counts, testResults: [] }))).toBe('7 passed, 0 failed');
    expect(closingLine(JSON.stringify({ ...counts, numPendingTests: 2, testResults: [] }))).toBe(
      '7 passed, 0 failed, 2 skipped',
    );
  });

  test('a file that cannot be loaded is a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(closingLine(JSON.stringify({ ...counts, testResults }))).toBe('7 passed, 1 failed');
  });
});

test.each([
  [[], ['unit', 'integration', 'browser']],
  [['--project', 'unit', 'kernel'], ['unit']],
  [
    ['--project=unit', '--project=browser'],
    ['unit', 'browser'],
  ],
  [
    ['--project', '!browser'],
    ['unit', 'integration', 'browser'],
  ],
])('%j asks for %j', (words, kinds) => {
  expect(kindsAsked(words)).toEqual(kinds);
});
