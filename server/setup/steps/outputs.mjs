// What is built from the sources: the client's files and the server's bundle, each only when what it is made from has changed.
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { sep } from 'node:path';
import { fingerprint } from '../base/fingerprint.mjs';
import { inProject, root } from '../base/paths.mjs';
import { SetupFault } from '../base/setup-fault.mjs';
import { whenChanged } from '../base/stamp.mjs';

export const builtServer = inProject('dist', 'server', 'main.js');
export const builtCli = inProject('dist', 'server', 'cli.js');
const builtClient = inProject('dist', 'client', 'index.html');

const common = ['shared', 'package-lock.json', 'tsconfig.json'];
/** @param {string} path */
const isSource = (path) => !path.includes(`${sep}setup${sep}`) && !path.endsWith('.md');

/** A failed or unfinished build leaves the last whole one in its place. @param {string} name @param {(folder: string) => Promise<void>} build */
async function swapIn(name, build) {
  const place = inProject('dist', name);
  const [next, last] = [`${place}.next`, `${place}.last`];
  await rm(next, { recursive: true, force: true });
  await build(next);
  await rm(last, { recursive: true, force: true });
  if (existsSync(place)) await rename(place, last);
  await rename(next, place);
  await rm(last, { recursive: true, force: true });
}

/** @param {string} outdir */
async function bundleServer(outdir) {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: [
      { in: 'server/main.ts', out: 'main' },
      { in: 'server/cli/main.ts', out: 'cli' },
      { in: 'server/documents/pdf-thread.ts', out: 'pdf-thread' },
      { in: 'server/files/deck-process.ts', out: 'deck-process' },
    ],
    outdir,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: 'linked',
    logLevel: 'warning',
  });
}

/** @param {string} outDir @param {(text: string) => void} say */
async function bundleClient(outDir, say) {
  const { build, createLogger } = await import('vite');
  // Of all that Vite tells, the weight of each page, which the client's configuration prints, is worth a line.
  const customLogger = {
    ...createLogger('info'),
    info: (/** @type {string} */ text) => void (/kB of script/.test(text) && say(text)),
  };
  // A test's own environment would build the development forms of packages, heavier than what people get.
  const environment = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await build({
      configFile: inProject('client', 'vite.config.ts'),
      customLogger,
      logLevel: 'warn',
      build: { outDir, emptyOutDir: true },
    });
  } finally {
    if (environment === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = environment;
  }
}

/** @param {string} what @param {() => Promise<void>} build */
async function orSay(what, build) {
  try {
    await build();
  } catch (error) {
    throw new SetupFault(`Building the ${what} failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** @param {(text: string) => void} say */
export async function buildServer(say) {
  const print = fingerprint(root, [...common, 'server'], isSource);
  return whenChanged({ stamp: inProject('dist', '.server.stamp'), print, result: builtServer }, async () => {
    say('Building the server');
    await orSay('server', () => swapIn('server', bundleServer));
  });
}

/** @param {(text: string) => void} say */
export async function buildClient(say) {
  const print = fingerprint(root, [...common, 'client'], isSource);
  return whenChanged({ stamp: inProject('dist', '.client.stamp'), print, result: builtClient }, async () => {
    say('Building the client');
    await orSay('client', () => swapIn('client', (folder) => bundleClient(folder, say)));
  });
}
