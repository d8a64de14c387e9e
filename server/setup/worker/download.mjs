// Step 4: mediasoup's own prebuilt worker, fetched by mediasoup's own script into a folder of ours, with little patience.
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../base/run.mjs';
import { runsHere } from './proof.mjs';

const knockLimit = 5_000;
const downloadLimit = 90_000;

/** @param {string} address any answer will do: it says that the network reaches there */
async function answers(address) {
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(knockLimit) });
    return true;
  } catch {
    return false;
  }
}

/** @param {string} mediasoup @param {NodeJS.ProcessEnv} env */
async function releaseAddress(mediasoup, env) {
  const { repository } = JSON.parse(await readFile(join(mediasoup, 'package.json'), 'utf8'));
  return (
    env.MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL ||
    String(repository.url)
      .replace(/^git\+/, '')
      .replace(/\.git$/, '')
  );
}

/**
 * @param {string} mediasoup the package's folder, left untouched: its script works in the current folder
 * @param {string} work an empty folder of ours
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | undefined>} the worker inside `work`, proven to run here
 */
export async function downloadWorker(mediasoup, work, env) {
  if (env.MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD || !(await answers(await releaseAddress(mediasoup, env))))
    return undefined;
  await mkdir(work, { recursive: true });
  const own = { ...env };
  delete own.MEDIASOUP_WORKER_BIN;
  delete own.MEDIASOUP_LOCAL_DEV;
  delete own.npm_package_resolved;
  // When there is no prebuilt worker the script turns to building with pip and downloads: a Python that only fails ends it there.
  own.PYTHON = 'false';
  await run(process.execPath, [join(mediasoup, 'npm-scripts.mjs'), 'postinstall'], {
    cwd: work,
    env: own,
    limit: downloadLimit,
  });
  const binary = join(work, 'worker', 'out', 'Release', 'mediasoup-worker');
  return (await runsHere(binary)) ? binary : undefined;
}
