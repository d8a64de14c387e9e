// Who is there: as long as a page waits, a moment longer, and in nobody else's name.
import { expect, test } from 'vitest';
import { createPresence } from '../../../server/updates/drafting/presence.ts';
import { id, type SeatId, type WorkshopId } from '../../../shared/kernel/ids.ts';
import { createManualClock } from '../../support/manual-clock.ts';

const workshop = id<WorkshopId>('w1');
const by = (name: string) => ({ name, account: null, seat: id<SeatId>(`seat-${name}`) });
const at = { language: 'en', piece: 'headline' } as const;

test('a page is there while it waits and between two waits, types where it says, and is gone a moment after its connection', () => {
  const clock = createManualClock();
  let told = 0;
  const presence = createPresence(clock, () => (told += 1));
  const others = () => presence.seenBy(workshop, 'mine').others;
  const first = presence.wait(workshop, 'theirs', by('Lin'), null);
  expect(others()).toEqual([{ name: 'Lin', at: null }]);
  first();
  clock.advance(3000);
  const second = presence.wait(workshop, 'theirs', by('Lin'), at);
  expect([others(), told]).toEqual([[{ name: 'Lin', at }], 2]);
  // The same again is no news; a wait that ends twice ends once.
  const third = presence.wait(workshop, 'theirs', by('Lin'), at);
  second();
  second();
  clock.advance(10_000);
  expect([others().length, told]).toEqual([1, 2]);
  third();
  clock.advance(4000);
  expect([others(), told, clock.waiting]).toEqual([[], 3, 0]);
});

test('nobody takes another’s page, and a crowd of pages has an end', () => {
  const presence = createPresence(createManualClock(), () => undefined);
  presence.wait(workshop, 'hers', by('Lin'), at);
  presence.wait(workshop, 'hers', by('Mallory'), null)();
  expect(presence.seenBy(workshop, 'mine').others).toEqual([{ name: 'Lin', at }]);
  for (let n = 0; n < 200; n += 1) presence.wait(workshop, `page${n}`, by('Mallory'), null);
  expect(presence.seenBy(workshop, 'mine').others.length).toBe(80);
  expect(presence.seenBy(id<WorkshopId>('w2'), 'mine').others).toEqual([]);
});
