// The ledger between the doors and the store: groups, a store that fails, and what could not be kept.
import { expect, test } from 'vitest';
import { openLedger, type LedgerOptions } from '../../../server/audit/ledger.ts';
import type { AuditLine, AuditRecord } from '../../../server/ports/audit.ts';
import { id, type SeatId } from '../../../shared/kernel/ids.ts';
import { createMint } from '../../../server/mint.ts';
import { createManualClock } from '../../support/manual-clock.ts';

const ledgerOver = (append: (records: readonly AuditRecord[]) => Promise<void>, more: Partial<LedgerOptions> = {}) => {
  const clock = createManualClock();
  const counted: string[] = [];
  const store = { append, read: () => Promise.resolve([]), purge: () => Promise.resolve(0) };
  const ledger = openLedger({
    store,
    clock,
    mint: createMint(),
    count: (what) => void counted.push(what),
    onFault: () => counted.push('fault'),
    ...more,
  });
  return { ledger, clock, counted };
};
const line = (action: string): AuditLine => ({ door: 'socket', action, outcome: 'done' });

test('given many lines, when a moment has passed, then they are written as one group in their order', async () => {
  const groups: (readonly AuditRecord[])[] = [];
  const { ledger, clock } = ledgerOver((records) => Promise.resolve(void groups.push(records)));
  for (let i = 0; i < 1000; i += 1) ledger.note(line(`a/${i}`));
  expect(groups).toEqual([]);
  clock.advance(200);
  await ledger.settle();
  expect(groups.map((group) => group.map(({ action }) => action))).toEqual([
    Array.from({ length: 1000 }, (_, i) => `a/${i}`),
  ]);
  await ledger.close();
});

test('given the store fails, when it is back, then nothing is lost and nothing stands twice', async () => {
  const kept: string[] = [];
  let broken = true;
  const { ledger, clock, counted } = ledgerOver((records) => {
    if (broken) return Promise.reject(new Error('away'));
    kept.push(...records.map(({ action }) => action));
    return Promise.resolve();
  });
  ledger.note(line('one'));
  await ledger.settle();
  ledger.note(line('two'));
  expect([kept, counted]).toEqual([[], ['fault']]);
  broken = false;
  clock.advance(5_000);
  await ledger.settle();
  expect(kept).toEqual(['one', 'two']);
});

test('given more lines than may wait, when the store comes back, then how many were lost stands in the log', async () => {
  const kept: AuditRecord[] = [];
  const { ledger, counted } = ledgerOver((records) => Promise.resolve(void kept.push(...records)), { most: 3 });
  for (let i = 0; i < 5; i += 1) ledger.note(line(`a/${i}`));
  await ledger.settle();
  expect(kept.map(({ action }) => action)).toEqual(['a/0', 'a/1', 'a/2', 'audit/lost']);
  expect(kept.at(-1)).toMatchObject({ outcome: 'failed', target: '2' });
  expect(counted).toEqual(['audit.lost', 'audit.lost']);
});

test('given an action that somebody could choose, when noted, then it does not fill the log', async () => {
  const kept: AuditRecord[] = [];
  const { ledger } = ledgerOver((records) => Promise.resolve(void kept.push(...records)));
  ledger.note({ ...line('x'.repeat(9000)), target: 'y'.repeat(9000) });
  await ledger.settle();
  expect([kept[0]?.action.length, kept[0]?.target?.length]).toEqual([200, 200]);
});

test('given a draft that is saved as one types, then a line in ten minutes says so, each editor for themselves, and every refusal', async () => {
  const kept: AuditRecord[] = [];
  const { ledger, clock } = ledgerOver((records) => Promise.resolve(void kept.push(...records)));
  const saved = (seat: string, over: Partial<AuditLine> = {}): AuditLine => ({
    ...line('publishing/draftEdited'),
    seat: id<SeatId>(seat),
    ...over,
  });
  for (let minute = 0; minute < 12; minute += 1) {
    ledger.note(saved('ann'));
    clock.advance(60_000);
  }
  ledger.note(saved('bob'));
  ledger.note(saved('ann', { outcome: 'refused' }));
  ledger.note(saved('ann', { outcome: 'refused' }));
  await ledger.settle();
  expect(kept.map(({ seat, outcome }) => `${seat} ${outcome}`)).toEqual([
    'ann done',
    'ann done',
    'bob done',
    'ann refused',
    'ann refused',
  ]);
});
