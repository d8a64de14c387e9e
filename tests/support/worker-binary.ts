// Where the media worker is, by the set-up's own order of looking; `npm test` has provided it already.
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../../server/setup/base/paths.mjs';
import { thisMachine } from '../../server/setup/steps/needs.mjs';
import { provideWorker } from '../../server/setup/worker/provide-worker.mjs';

export const workerBinary = (): Promise<string> =>
  provideWorker({
    mediasoup: fileURLToPath(new URL('../../node_modules/mediasoup', import.meta.url)),
    cache: cacheFolder(process.env),
    machine: thisMachine(() => undefined),
  });
