/**
 * PDFs drawn in a thread of their own, so that a long one holds up nobody's meeting: one thread, begun with the first document, and a queue with
 * an end. Owns the queue and the thread's life; what is drawn is pdf.ts. A document that takes too long costs its thread, not the next document.
 */
import { Worker } from 'node:worker_threads';
import type { Document } from '../../shared/document/document.ts';
import { instant } from '../../shared/kernel/ids.ts';
import { Fault } from '../faults.ts';
import type { Clock } from '../ports.ts';
import type { Delivery, Order } from './pdf-thread.ts';
import type { Pictures } from './picture.ts';

/** More wait than anybody would wait for. */
export class PressBusy extends Error {}

export interface PdfPress {
  print(document: Document, pictures: Pictures): Promise<Buffer>;
  close(): Promise<void>;
}

/** Being drawn and waiting; each holds its pictures in memory. */
const MOST = 12;
const LONGEST_MS = 120_000;

/** From sources, as under test and while developing, a thread has no reader of TypeScript until it asks for one. */
const FROM_SOURCES = `const { workerData } = require('node:worker_threads');
import('tsx/esm/api').then(({ tsImport }) => tsImport(workerData, workerData));`;

const beginThread = (): Worker =>
  import.meta.url.endsWith('.ts')
    ? new Worker(FROM_SOURCES, { eval: true, workerData: new URL('./pdf-thread.ts', import.meta.url).href })
    : new Worker(new URL('./pdf-thread.js', import.meta.url));

export const createPdfPress = (options: {
  readonly clock: Clock;
  readonly most?: number;
  readonly begin?: () => Worker;
}): PdfPress => {
  const { clock, most = MOST, begin = beginThread } = options;
  let thread: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let held = 0;
  let isOpen = true;

  const fresh = (): Worker => {
    const begun = begin();
    // It ends with the process, whatever it is drawing.
    begun.unref();
    thread = begun;
    return begun;
  };

  const draw = (order: Order): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      if (!isOpen) return reject(new PressBusy());
      const at = thread ?? fresh();
      const settle = (): void => {
        cancel();
        at.off('message', delivered).off('error', failed).off('exit', ended);
      };
      const lose = (why: string, cause?: unknown): void => {
        settle();
        if (thread === at) thread = null;
        void at.terminate();
        reject(new Fault('documents/notDrawn', why, { cause }));
      };
      const delivered = (delivery: Delivery): void => {
        settle();
        if ('pdf' in delivery) resolve(Buffer.from(delivery.pdf));
        else reject(new Fault('documents/notDrawn', delivery.fault));
      };
      const failed = (cause: unknown): void => lose('the thread that draws failed', cause);
      const ended = (): void => lose('the thread that draws has ended');
      const cancel = clock.alarm(instant(clock.now() + LONGEST_MS), () => lose('drawing took too long'));
      at.on('message', delivered).on('error', failed).on('exit', ended);
      at.postMessage(order);
    });

  return {
    async print(document, pictures) {
      if (held >= most) throw new PressBusy();
      held += 1;
      const done = last.then(() => draw({ document, pictures }));
      last = done.catch(() => undefined);
      try {
        return await done;
      } finally {
        held -= 1;
      }
    },
    async close() {
      isOpen = false;
      await thread?.terminate();
    },
  };
};
