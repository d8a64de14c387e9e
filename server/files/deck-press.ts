/**
 * Draws a PDF's pages in a process of its own, one file at a time, with an end to the queue and to the time a file may take. Owns the processes'
 * life; what is drawn is deck-process.ts.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { instant } from '../../shared/kernel/ids.ts';
import type { Clock } from '../ports.ts';
import type { DeckRefusal } from '../ports/slides.ts';
import type { DeckMessage, DrawnPage } from './deck-process.ts';

export interface DeckPress {
  /** Each page as it comes, in order. Answers null when all came, else why not. */
  draw(pdf: Uint8Array, keep: (page: DrawnPage, number: number) => Promise<void>): Promise<DeckRefusal | null>;
  close(): void;
}

/** Being read and waiting: each holds its file in memory. */
const MOST = 4;
const LONGEST_MS = 90_000;
/** Of JavaScript's part; what PDFium takes ends with the process, which the system would choose first. */
const MEMORY_MB = 512;

const begin = (): ChildProcess => {
  const fromSources = import.meta.url.endsWith('.ts');
  const file = fileURLToPath(new URL(fromSources ? './deck-process.ts' : './deck-process.js', import.meta.url));
  return fork(file, {
    // Nothing of this process's secrets goes along.
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [`--max-old-space-size=${MEMORY_MB}`, ...(fromSources ? ['--import', 'tsx'] : [])],
  });
};

export const createDeckPress = ({ clock }: { readonly clock: Clock }): DeckPress => {
  let running: ChildProcess | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let held = 0;
  let isOpen = true;

  const read = (pdf: Uint8Array, keep: (page: DrawnPage, number: number) => Promise<void>) =>
    new Promise<DeckRefusal | null>((resolve, reject) => {
      if (!isOpen) return resolve('slides/busy');
      const child = begin();
      running = child;
      let kept: Promise<void> = Promise.resolve();
      let pages = 0;
      const settle = (end: () => void): void => {
        cancel();
        running = null;
        child.removeAllListeners();
        child.kill('SIGKILL');
        end();
      };
      const cancel = clock.alarm(instant(clock.now() + LONGEST_MS), () => settle(() => resolve('slides/tooLong')));
      child.on('message', (message: DeckMessage) => {
        if (message.kind === 'refused') return settle(() => resolve(message.code));
        if (message.kind === 'done')
          return settle(() => {
            kept.then(() => resolve(null), reject);
          });
        pages += 1;
        const number = pages;
        kept = kept.then(() => keep(message.page, number));
        kept.catch(() => undefined);
      });
      // It died over the file: out of memory, most likely.
      child.once('exit', () => settle(() => resolve('slides/notAPdf')));
      child.once('error', (cause) => settle(() => reject(cause)));
      child.send(pdf);
    });

  return {
    async draw(pdf, keep) {
      if (held >= MOST) return 'slides/busy';
      held += 1;
      const done = last.then(() => read(pdf, keep));
      last = done.catch(() => undefined);
      try {
        return await done;
      } finally {
        held -= 1;
      }
    },
    close() {
      isOpen = false;
      running?.kill('SIGKILL');
    },
  };
};
