// Options for a media plane on this machine alone: ports of mediasoup's choosing, a silent logger, the set-up's worker.
import type { MediaPlaneOptions } from '../../server/media/mediasoup/media-plane.ts';
import { workerBinary } from './worker-binary.ts';

const nothing = (): void => undefined;

export const planeOptions = async (workers: number): Promise<MediaPlaneOptions> => ({
  workers,
  listenIp: '127.0.0.1',
  portBase: 0,
  logger: { info: nothing, warn: nothing, error: nothing },
  iceServers: () => [],
  workerBin: await workerBinary(),
});
