/** How much one connection may send: `burst` at once, `perSecond` in the long run. Owns the count only; must not know messages. */
import type { Clock } from '../ports.ts';

export interface Allowance {
  readonly burst: number;
  readonly perSecond: number;
}

/** Answers true while there is something left. */
export const createBucket = ({ burst, perSecond }: Allowance, clock: Clock): (() => boolean) => {
  let left = burst;
  let last: number = clock.now();
  return () => {
    const now = clock.now();
    left = Math.min(burst, left + ((now - last) / 1000) * perSecond);
    last = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
};
