/** Boards in memory: 5,000 opened and closed leave nothing behind; a slow store gets few and large writes, however much is typed meanwhile. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { DocumentShelf } from '../../../server/notes/document-shelf.ts';
import { NOTES_LIMITS } from '../../../server/notes/notes-options.ts';
import type { ProseStore } from '../../../server/ports.ts';
import { id, type SeatId } from '../../../shared/kernel/ids.ts';
import { createManualClock } from '../../support/manual-clock.ts';

interface SlowStore extends ProseStore {
  readonly written: Map<string, Uint8Array[]>;
  writes: number;
  gate: Promise<void>;
}

const slowStore = (): SlowStore => ({
  written: new Map(),
  writes: 0,
  gate: Promise.resolve(),
  async load(name) {
    const updates = this.written.get(name) ?? [];
    return { snapshot: null, updates, last: updates.length };
  },
  async append(name, updates) {
    this.writes += 1;
    await this.gate;
    const all = [...(this.written.get(name) ?? []), ...updates.map(({ body }) => body)];
    this.written.set(name, all);
    return all.length;
  },
  async compact() {},
  async quarantine() {
    throw new Error('nothing is damaged here');
  },
});

const shelfOver = (prose: ProseStore) => {
  const clock = createManualClock();
  const log = { warn: () => {}, error: () => {} };
  return { clock, shelf: new DocumentShelf({ prose, clock, count: () => {}, log, limits: NOTES_LIMITS }) };
};

const typed = (author: Y.Doc, text: string): Uint8Array => {
  const before = Y.encodeStateVector(author);
  author.getText('t').insert(0, text);
  return Y.encodeStateAsUpdate(author, before);
};

test('given 5,000 boards, when each is opened, written on and left, then none stays in memory and no alarm is left behind', async () => {
  const prose = slowStore();
  const { clock, shelf } = shelfOver(prose);
  for (let at = 0; at < 5_000; at += 1) {
    const board = await shelf.take(`w${at}/board`);
    if (at % 100 === 0) board.apply(typed(new Y.Doc(), 'a word'), { seat: id<SeatId>('ann') });
    shelf.release(`w${at}/board`);
  }
  expect(shelf.size).toBe(5_000);
  clock.advance(NOTES_LIMITS.linger + 1);
  await expect.poll(() => shelf.size).toBe(0);
  expect(clock.waiting).toBe(0);
  expect(prose.written.size).toBe(50);
});

test('given a store that takes its time, when 2,000 updates come meanwhile, then they wait as one write and all of them are stored', async () => {
  const prose = slowStore();
  const { shelf } = shelfOver(prose);
  const board = await shelf.take('w1/board');
  let open = (): void => {};
  prose.gate = new Promise((resolve) => (open = resolve));
  const author = new Y.Doc();
  for (let at = 0; at < 2_000; at += 1) {
    board.apply(typed(author, 'x'), { seat: id<SeatId>('ann') });
    if (at % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(prose.writes).toBe(1);
  open();
  await board.settled();
  expect(prose.writes).toBeLessThanOrEqual(3);
  const stored = new Y.Doc();
  for (const update of prose.written.get('w1/board') ?? []) Y.applyUpdate(stored, update);
  expect(stored.getText('t').length).toBe(2_000);
});
