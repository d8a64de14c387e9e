/**
 * Carries deliveries that are due, a few at a time, and tries again later what was not taken. Owns the pauses: growing, over a day and a half
 * in all. A delivery that a crash met under way goes out again; its id is the same, so that the receiver can tell.
 */
import { instant } from '../../shared/kernel/ids.ts';
import type { Clock } from '../ports.ts';
import type { DueDelivery, WebhookStore } from '../ports/api.ts';
import type { Carry } from './carrier.ts';
import { createSweep, type Sweep } from '../sweep.ts';
import { signed } from './signature.ts';

const MINUTE_MS = 60_000;
/** After each vain try; when they are used up the delivery has failed, and can be replayed by hand. */
export const PAUSES_MS = [10_000, ...[1, 5, 30, 120, 300, 600, 1080].map((minutes) => minutes * MINUTE_MS)];
const AT_ONCE = 4;

export const createCourier = (deps: {
  readonly store: Pick<WebhookStore, 'claim' | 'mark' | 'nextDue' | 'wakeInterrupted'>;
  readonly carry: Carry;
  readonly clock: Clock;
  readonly onFault: (fault: unknown) => void;
}): Sweep => {
  const { store, carry, clock } = deps;
  let hasLooked = false;

  const deliver = async ({ id, happening, url, secret, body, tried }: DueDelivery): Promise<void> => {
    const headers = signed({ id: happening, at: clock.now(), body, secret });
    const { ok, answer } = await carry({ url, headers, body });
    const now = clock.now();
    const pause = PAUSES_MS[tried];
    const hasFailed = !ok && pause === undefined;
    await store.mark(id, {
      state: ok ? 'delivered' : hasFailed ? 'failed' : 'waiting',
      tried: tried + 1,
      nextAt: instant(now + (pause ?? 0)),
      deliveredAt: ok ? now : null,
      answer,
    });
  };

  const lane = async (): Promise<void> => {
    for (;;) {
      const next = rhythm.isClosed() ? null : await store.claim(clock.now());
      if (!next) return;
      await deliver(next);
    }
  };

  const rhythm = createSweep({
    async sweep() {
      if (!hasLooked) await store.wakeInterrupted(clock.now());
      hasLooked = true;
      await Promise.all(Array.from({ length: AT_ONCE }, lane));
      return store.nextDue();
    },
    clock,
    onFault: deps.onFault,
  });
  return rhythm;
};
