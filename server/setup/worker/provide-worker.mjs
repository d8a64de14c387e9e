// The order in which a media worker is looked for. The first that runs on this machine is taken; without one nothing starts.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from '../base/lock.mjs';
import { SetupFault } from '../base/setup-fault.mjs';
import { provideNeeds } from '../steps/needs.mjs';
import { buildWorker } from './build.mjs';
import { cachePlace, keep } from './cache.mjs';
import { downloadWorker } from './download.mjs';
import { runsHere } from './proof.mjs';
import { readRecipe } from './recipe.mjs';

/**
 * @typedef {object} WorkerWorld
 * @property {string} mediasoup the package's folder
 * @property {string} cache the user's cache folder
 * @property {import('../steps/needs.mjs').Machine} machine
 * @property {typeof buildWorker} [build]
 */

/** @param {WorkerWorld} world */
async function given({ machine }) {
  const binary = machine.env.MEDIASOUP_WORKER_BIN;
  if (!binary) return undefined;
  if (await runsHere(binary)) return binary;
  throw new SetupFault(
    `MEDIASOUP_WORKER_BIN names "${binary}", which does not run here as a mediasoup worker. Unset it to let Plenary find or build one.`,
  );
}

/** @param {WorkerWorld} world */
async function installed({ mediasoup }) {
  const binary = join(mediasoup, 'worker', 'out', 'Release', 'mediasoup-worker');
  return (await runsHere(binary)) ? binary : undefined;
}

/** @param {WorkerWorld} world @param {Awaited<ReturnType<typeof cachePlace>>} place */
async function downloaded({ mediasoup, machine }, place) {
  const work = place.work('download');
  try {
    const binary = await downloadWorker(mediasoup, work, machine.env);
    if (binary) await keep(binary, place.binary);
    return binary !== undefined;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {WorkerWorld} world @param {Awaited<ReturnType<typeof cachePlace>>} place */
async function built({ mediasoup, machine, build = buildWorker }, place) {
  await provideNeeds('build the media worker', (await readRecipe()).needs, machine);
  machine.say('Building the media worker from source, once: 4 to 5 minutes on two cores.');
  const work = place.work('build');
  try {
    await keep(await build(mediasoup, work, place.log), place.binary);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {WorkerWorld} world @returns {Promise<string>} a worker that runs here */
export async function provideWorker(world) {
  const ready = (await given(world)) ?? (await installed(world));
  if (ready) return ready;
  const place = await cachePlace(world.mediasoup, world.cache);
  if (await runsHere(place.binary)) return place.binary;
  const onWait = (/** @type {number} */ owner) =>
    world.machine.say(`Waiting for another set-up (process ${owner}) that is getting the media worker.`);
  return withLock(place.lock, { onWait }, async () => {
    if (await runsHere(place.binary)) return place.binary;
    if (!(await downloaded(world, place))) await built(world, place);
    return place.binary;
  });
}
