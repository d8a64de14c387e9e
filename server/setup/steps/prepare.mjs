// The steps that commands share, in their order, one set-up of this project at a time.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { withLock } from '../base/lock.mjs';
import { cacheFolder, inProject, root } from '../base/paths.mjs';
import { say } from '../base/say.mjs';
import { provideWorker } from '../worker/provide-worker.mjs';
import { provideDependencies } from './dependencies.mjs';
import { provideNeeds, thisMachine } from './needs.mjs';
import { buildClient, buildServer } from './outputs.mjs';
import { testNeeds } from './test-needs.mjs';

/** @typedef {{ worker?: boolean, tests?: boolean, outputs?: boolean }} Wanted */

/** @param {Wanted} wanted */
async function steps(wanted) {
  await provideDependencies(root, { env: process.env, say });
  const machine = thisMachine(say);
  if (wanted.tests) await provideNeeds('run the tests', testNeeds, machine);
  if (wanted.worker) {
    // The server and mediasoup itself both read this name.
    process.env.MEDIASOUP_WORKER_BIN = await provideWorker({
      mediasoup: inProject('node_modules', 'mediasoup'),
      cache: cacheFolder(process.env),
      machine,
    });
  }
  if (wanted.outputs) {
    await buildServer(say);
    await buildClient(say);
  }
}

/** @param {Wanted} [wanted] */
export async function prepare(wanted = {}) {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const onWait = (/** @type {number} */ owner) => say(`Waiting for another set-up of this project (process ${owner}).`);
  await withLock(join(cacheFolder(process.env), 'locks', name), { onWait }, () => steps(wanted));
}
