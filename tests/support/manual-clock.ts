// A clock that stands still until a test moves it; alarms ring in order while it moves.
import { instant } from '../../shared/kernel/ids.ts';
import type { Clock } from '../../server/ports.ts';

export interface ManualClock extends Clock {
  advance(ms: number): void;
  readonly waiting: number;
}

export const createManualClock = (start = 1_800_000_000_000): ManualClock => {
  let now = start;
  const alarms = new Set<{ readonly at: number; readonly ring: () => void }>();
  return {
    now: () => instant(now),
    alarm(at, ring) {
      const alarm = { at, ring };
      alarms.add(alarm);
      // What is past already rings at once, but never inside the call that winds it.
      if (at <= now) queueMicrotask(() => alarms.delete(alarm) && ring());
      return () => void alarms.delete(alarm);
    },
    advance(ms) {
      const until = now + ms;
      for (;;) {
        const [next] = [...alarms].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        alarms.delete(next);
        now = Math.max(now, next.at);
        next.ring();
      }
      now = until;
    },
    get waiting() {
      return alarms.size;
    },
  };
};
