// The six steps of finding a media worker, in their order. Stand-ins are scripts that end as a worker without environment ends: 41.
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyRecipe } from '../../../server/setup/worker/recipe.mjs';
import { provideWorker } from '../../../server/setup/worker/provide-worker.mjs';
import type { Machine } from '../../../server/setup/steps/needs.mjs';
import { run } from '../../../server/setup/base/run.mjs';
import { startRelease } from '../../support/worker-release.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const mediasoup = resolve('node_modules', 'mediasoup');

function fakeWorker(file: string, code = 41): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\nexit ${code}\n`);
  chmodSync(file, 0o755);
  return file;
}

/** A mediasoup package with a version and nothing else: no worker inside. */
function barePackage(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'package.json'), readFileSync(join(mediasoup, 'package.json')));
  return folder;
}

/** Where nothing can be fetched and every tool is there; a build gives a worker that the test can recognise. */
function world(env: NodeJS.ProcessEnv = {}, wishes: Partial<Machine> = {}) {
  const cache = temporaryFolder();
  const builds: string[] = [];
  const machine: Machine = {
    env: { PATH: process.env['PATH'], MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD: 'true', ...env },
    isRoot: false,
    isDebian: true,
    say: () => undefined,
    run,
    ...wishes,
  };
  const build = (_: string, work: string) => {
    builds.push(work);
    return Promise.resolve(fakeWorker(join(work, 'built')));
  };
  return { mediasoup: barePackage(), cache, machine, build, builds };
}

const cached = (cache: string) =>
  readdirSync(join(cache, 'mediasoup-worker')).flatMap((name) =>
    existsSync(join(cache, 'mediasoup-worker', name, 'mediasoup-worker')) ? [name] : [],
  );

describe('the order', () => {
  test('1: the one that the user names, before all others', async () => {
    const own = fakeWorker(join(temporaryFolder(), 'own'));
    const here = world({ MEDIASOUP_WORKER_BIN: own });
    fakeWorker(join(here.mediasoup, 'worker/out/Release/mediasoup-worker'));
    expect(await provideWorker(here)).toBe(own);
  });

  test('1: a named one that does not run is a fault, not a reason to take another', async () => {
    const own = fakeWorker(join(temporaryFolder(), 'own'), 0);
    await expect(provideWorker(world({ MEDIASOUP_WORKER_BIN: own }))).rejects.toThrow(
      `MEDIASOUP_WORKER_BIN names "${own}", which does not run here as a mediasoup worker.`,
    );
  });

  test("2: the package's own, when it runs", async () => {
    const here = world();
    const own = fakeWorker(join(here.mediasoup, 'worker/out/Release/mediasoup-worker'));
    expect(await provideWorker(here)).toBe(own);
    fakeWorker(own, 1);
    expect(await provideWorker(here)).not.toBe(own);
  });

  test('3 and 5: built once, then taken from the cache, which keeps nothing but the worker', async () => {
    const here = world();
    const first = await provideWorker(here);
    expect(first).toContain(join(here.cache, 'mediasoup-worker', '3.'));
    expect(await provideWorker(here)).toBe(first);
    expect(here.builds).toHaveLength(1);
    expect(readdirSync(dirname(first))).toEqual(['mediasoup-worker']);
    expect(readdirSync(join(here.cache, 'mediasoup-worker'))).toHaveLength(1);
  });

  test('3: a cached one that no longer runs is built again', async () => {
    const here = world();
    fakeWorker(await provideWorker(here), 127);
    await provideWorker(here);
    expect(here.builds).toHaveLength(2);
  });

  test('5: two set-ups at once build once', async () => {
    const here = world();
    const both = await Promise.all([provideWorker(here), provideWorker(here)]);
    expect(both[0]).toBe(both[1]);
    expect(here.builds).toHaveLength(1);
  });

  test('5: missing packages without root: the exact command', async () => {
    const here = world({ PATH: '' }, { run: () => Promise.resolve({ code: 1, output: '' }) });
    await expect(provideWorker(here)).rejects.toThrow(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends meson ninja-build pkg-config g++ libuv1-dev ' +
        'libssl-dev libsrtp2-dev libflatbuffers-dev flatbuffers-compiler libabsl-dev',
    );
    expect(cached(here.cache)).toEqual([]);
  });

  test('6: a failed build leaves no worker, no work folder and no lock', async () => {
    const here = world();
    const build = () => Promise.reject(new Error('no compiler'));
    await expect(provideWorker({ ...here, build })).rejects.toThrow('no compiler');
    expect(readdirSync(join(here.cache, 'mediasoup-worker'))).toEqual([]);
  });
});

describe('4: the prebuilt download', () => {
  const reach = (address: string) => ({
    MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD: '',
    MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL: address,
  });

  test('a good release is fetched by mediasoup itself, kept in the cache, and the package stays untouched', async () => {
    const release = await startRelease(fakeWorker(join(temporaryFolder(), 'mediasoup-worker')));
    const here = { ...world(reach(release.address)), mediasoup };
    const before = readdirSync(join(mediasoup, 'worker')).sort();
    const binary = await provideWorker(here);
    expect(binary).toContain(here.cache);
    expect(release.asked().some((path) => /\/3\.\d+\.\d+\/mediasoup-worker-3.*\.tgz$/.test(path))).toBe(true);
    expect(here.builds).toEqual([]);
    expect(readdirSync(join(mediasoup, 'worker')).sort()).toEqual(before);
    expect(readdirSync(join(here.cache, 'mediasoup-worker'))).toHaveLength(1);
  });

  test.each<[string, (file: string) => string | Buffer]>([
    ['does not run here', (file) => fakeWorker(file, 1)],
    ['is no archive', () => Buffer.from('<html>Sign in to this network</html>')],
  ])('a release that %s is dropped, and the worker is built', async (_, make) => {
    const release = await startRelease(make(join(temporaryFolder(), 'mediasoup-worker')));
    const here = { ...world(reach(release.address)), mediasoup };
    await provideWorker(here);
    expect(release.asked().some((path) => path.endsWith('.tgz'))).toBe(true);
    expect(here.builds).toHaveLength(1);
  });

  test('no release for this machine: built', async () => {
    const release = await startRelease(undefined);
    const here = { ...world(reach(release.address)), mediasoup };
    await provideWorker(here);
    expect(here.builds).toHaveLength(1);
  });

  test('nobody answers: built, without starting the download', async () => {
    const release = await startRelease(undefined);
    await release.close();
    const here = { ...world(reach(release.address)), mediasoup };
    await provideWorker(here);
    expect(here.builds).toHaveLength(1);
  });
});

describe('the recipe', () => {
  function sources(): string {
    const folder = temporaryFolder();
    cpSync(join(mediasoup, 'worker'), folder, { recursive: true });
    return folder;
  }

  test('fits the sources of the pinned mediasoup', async () => {
    const folder = sources();
    await applyRecipe(folder);
    const dtls = readFileSync(join(folder, 'src/RTC/DtlsTransport.cpp'), 'utf8');
    expect(dtls).toContain('((operationType & BIO_CB_RETURN) != 0) ? static_cast<long>(ret) : 1');
    expect(readFileSync(join(folder, 'meson.build'), 'utf8')).toContain("meson_version: '>= 1.0.0'");
    expect(readdirSync(join(folder, 'subprojects')).some((name) => name.endsWith('.wrap'))).toBe(false);
  });

  test('stops with a clear word when a line to be changed is not there', async () => {
    const folder = sources();
    writeFileSync(join(folder, 'src/RTC/DtlsTransport.cpp'), '// rewritten upstream\n');
    await expect(applyRecipe(folder)).rejects.toThrow(
      /does not fit this version of mediasoup\. In src\/RTC\/DtlsTransport\.cpp the text .* stands 0 times/,
    );
  });
});
