/** The media plane when none is to be had (no worker binary, no free port): the workshop goes on without picture and sound, and says so. */
import { Fault } from '../faults.ts';
import type { MediaPlane } from '../ports.ts';

export const withoutMedia = (why: unknown): MediaPlane => ({
  open: () => Promise.reject(new Fault('media/noWorker', 'There is no media worker.', { cause: why })),
  health: () => ({ workers: 0, rooms: 0, up: false }),
  close: () => Promise.resolve(),
});
