// The server's clock from here: monotonic, by the reading with the least delay, anew after a reconnect.
import { expect, test } from 'vitest';
import { serverClock } from '../../../client/store/server-clock.ts';
import { instant } from '../../../shared/kernel/ids.ts';

test('it runs with the monotonic clock, whatever the wall clock does', () => {
  let monotonic = 1_000;
  const clock = serverClock(() => monotonic, 0);
  clock.restart(instant(500_000));
  monotonic += 250;
  expect(clock.now()).toBe(500_250);
});

test('of several readings the least delayed is believed', () => {
  let monotonic = 0;
  const clock = serverClock(() => monotonic, 0);
  clock.restart(instant(10_000 - 300)); // 300 ms on the way
  monotonic = 1_000;
  clock.hear(instant(11_000 - 20)); // 20 ms on the way
  monotonic = 2_000;
  clock.hear(instant(12_000 - 900)); // 900 ms on the way: says less
  expect(clock.now()).toBe(12_000 - 20);
});

test('a server that came back on an earlier clock is followed', () => {
  const clock = serverClock(() => 0, 0);
  clock.restart(instant(9_000_000));
  clock.restart(instant(1_000));
  expect(clock.now()).toBe(1_000);
});
