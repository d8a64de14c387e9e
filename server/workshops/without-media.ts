/** No media plane: for the command line, which opens the store only to read or write files. The server itself never starts so. */
import { Fault } from '../faults.ts';
import type { MediaPlane } from '../ports.ts';

export const withoutMedia = (why: unknown): MediaPlane => ({
  open: () => Promise.reject(new Fault('media/noWorker', 'There is no media worker.', { cause: why })),
  health: () => ({ workers: 0, rooms: 0, up: false }),
  close: () => Promise.resolve(),
});
