// The board's line is found again in time, whatever it hangs on: an opening that never comes, a ticket that is not given.
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BoardConnection } from '../../../client/notes/board-connection.ts';
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import { MESSAGE_STANDING, NOTES_SCHEMA } from '../../../shared/protocol/notes-messages.ts';

let opened = 0;

/** A socket to a machine that answers nothing. */
class SilentSocket extends EventTarget {
  constructor() {
    super();
    opened += 1;
  }
  send(): void {}
  close(): void {}
}

/** The longest that a returned server may stay unnoticed, of which a try may hang five seconds and a wait last four. */
const BACK_MS = 10_000;

beforeEach(() => {
  opened = 0;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

const board = (ticket: () => Promise<string>): BoardConnection =>
  new BoardConnection({
    base: 'ws://nowhere',
    workshop: 'w' as WorkshopId,
    ticket,
    socket: SilentSocket as unknown as typeof WebSocket,
    random: () => 0.999,
  });

test('given a line that hangs on opening, then it is given up and tried again, every time within ten seconds', async () => {
  const connection = board(async () => 'ticket');
  await vi.advanceTimersByTimeAsync(0);
  expect(opened).toBe(1);
  for (let tries = 2; tries < 8; tries += 1) {
    await vi.advanceTimersByTimeAsync(BACK_MS);
    expect(opened).toBeGreaterThanOrEqual(tries);
  }
  connection.close();
  await vi.advanceTimersByTimeAsync(BACK_MS);
  const last = opened;
  await vi.advanceTimersByTimeAsync(BACK_MS);
  expect(opened).toBe(last);
});

test('given no ticket is to be had, then it is asked for again, with waits below four seconds', async () => {
  let asked = 0;
  const connection = board(async () => {
    asked += 1;
    throw new Error('away');
  });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBeGreaterThan(60 / 4);
  connection.close();
});

/** A server of a newer build: it tells its standing, as every server does first. */
class NewerSocket extends EventTarget {
  onopen: (() => void) | null = null;
  onmessage: ((message: { readonly data: ArrayBufferLike }) => void) | null = null;
  onclose: ((event: object) => void) | null = null;
  static sent: Uint8Array[] = [];
  constructor() {
    super();
    setTimeout(() => {
      this.onopen?.();
      const told = encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE_STANDING);
        encoding.writeVarString(encoder, JSON.stringify({ mayWrite: true, schema: NOTES_SCHEMA + 1 }));
      });
      this.onmessage?.({ data: told.buffer });
    });
  }
  send(frame: Uint8Array): void {
    NewerSocket.sent.push(frame);
  }
  close(): void {
    this.onclose?.({ code: 1000 });
  }
}

test('given a server that knows newer kinds of blocks, then the board asks to be loaded anew, takes nothing in, and does not try again', async () => {
  let asked = 0;
  const connection = new BoardConnection({
    base: 'ws://nowhere',
    workshop: 'w' as WorkshopId,
    ticket: async () => `ticket${(asked += 1)}`,
    socket: NewerSocket as unknown as typeof WebSocket,
  });
  await vi.advanceTimersByTimeAsync(60_000);
  connection.document.getText('t').insert(0, 'typed before it was told');
  expect([connection.saved$.get(), connection.mayWrite$.get(), asked]).toEqual(['reload', false, 1]);
  expect(NewerSocket.sent.filter(([kind, step]) => kind === 0 && step === 2)).toEqual([]);
  connection.close();
});
