// PDFs in a thread of their own: the same file, the server's loop left alone, a queue with an end, and a way on after a document that cannot be drawn.
import { Worker } from 'node:worker_threads';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { createPdfPress, PressBusy, type PdfPress } from '../../../server/documents/pdf-press.ts';
import type { Document } from '../../../shared/document/document.ts';
import { id, type FileId } from '../../../shared/kernel/ids.ts';
import { createClock } from '../../../server/clock.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { textOfPdf } from '../../support/office.ts';

const presses: PdfPress[] = [];
const press = (options: Partial<Parameters<typeof createPdfPress>[0]> = {}): PdfPress => {
  const begun = createPdfPress({ clock: createClock(), ...options });
  presses.push(begun);
  return begun;
};
const real = press();
afterAll(async () => {
  await Promise.all(presses.map((one) => one.close()));
});

const written = (title: string, paragraphs = 1): Document => ({
  language: 'zh-Hans',
  title,
  byline: null,
  blocks: [
    ...Array.from({ length: paragraphs }, (_, at) => ({
      kind: 'paragraph' as const,
      spans: [{ text: `第${at + 1}段：推动个人低碳消费，Bùi Thị Mai 等与会者展开讨论。` }],
    })),
    { kind: 'photo', file: id<FileId>('p1'), caption: '会场背景', credit: null },
  ],
});
const jpeg = await sharp({ create: { width: 80, height: 40, channels: 3, background: '#1f5c43' } })
  .jpeg()
  .toBuffer();
const pictures = new Map([['p1', { jpeg, width: 80, height: 40 }]]);

test('given a long document, when it is drawn, then the server’s loop turns all the while, and text and picture are there', async () => {
  let turns = 0;
  let isDrawing = true;
  const turn = (): void => {
    turns += 1;
    if (isDrawing) setImmediate(turn);
  };
  setImmediate(turn);
  const pdf = await real.print(written('长文', 40), pictures);
  isDrawing = false;
  // Drawn here it would let go of the loop some dozen times, to read fonts.
  expect(turns).toBeGreaterThan(500);
  expect(await textOfPdf(pdf)).toContain('第40段：推动个人低碳消费，Bùi Thị Mai');
  expect(pdf.toString('latin1')).toContain('/Subtype /Image');
});

test('given a picture that is none, when it is drawn, then that document fails and the next one does not', async () => {
  const broken = new Map([['p1', { jpeg: Buffer.from('no picture'), width: 8, height: 4 }]]);
  await expect(real.print(written('破'), broken)).rejects.toMatchObject({ code: 'documents/notDrawn' });
  expect(await textOfPdf(await real.print(written('好'), pictures))).toContain('好');
});

/** Draws nothing: answers with one byte, or what the script says. */
const ANSWERING = `const { parentPort } = require('node:worker_threads');
parentPort.on('message', () => parentPort.postMessage({ pdf: new Uint8Array([1]) }));`;

test('given more documents than may wait, when one more is asked for, then it is refused until there is room again', async () => {
  const busy = press({ most: 2, begin: () => new Worker(ANSWERING, { eval: true }) });
  const two = [busy.print(written('一'), pictures), busy.print(written('二'), pictures)];
  await expect(busy.print(written('三'), pictures)).rejects.toThrow(PressBusy);
  expect((await Promise.all(two)).map((pdf) => [...pdf])).toEqual([[1], [1]]);
  expect([...(await busy.print(written('三'), pictures))]).toEqual([1]);
});

test('given a thread that never answers or dies, when its time is up, then the document fails and the next has a new thread', async () => {
  const clock = createManualClock();
  const threads = ['setInterval(() => 0, 1000)', 'process.exit(1)', 'throw new Error("no")'];
  let begun = 0;
  const one = press({
    clock,
    begin: () => {
      const script = threads[begun];
      begun += 1;
      return new Worker(script ?? ANSWERING, { eval: true });
    },
  });
  const hung = one.print(written('一'), pictures);
  const rest = [one.print(written('二'), pictures), one.print(written('三'), pictures)];
  const fails = Promise.all(
    [hung, ...rest].map((each) => expect(each).rejects.toMatchObject({ code: 'documents/notDrawn' })),
  );
  await expect.poll(() => clock.waiting).toBe(1);
  clock.advance(120_000);
  await fails;
  expect([...(await one.print(written('四'), pictures))]).toEqual([1]);
  expect(begun).toBe(4);
});
