/**
 * The real clock. Anchored to the wall once and carried on by the monotonic one, so that somebody setting the machine's clock two hours
 * back or forth logs nobody out and lifts no deadline. Owns time; the only place of the server that reads it.
 */
import { instant } from '../shared/kernel/ids.ts';
import type { Clock } from './ports.ts';

/** The longest wait a timer can hold; longer ones are wound again. */
const LONGEST_MS = 2 ** 31 - 1;

export const createClock = (): Clock => {
  const now = () => instant(Math.round(performance.timeOrigin + performance.now()));
  return {
    now,
    alarm(at, ring) {
      let timer: NodeJS.Timeout;
      const wind = (): void => {
        const wait = Math.max(0, at - now());
        timer = setTimeout(wait > LONGEST_MS ? wind : ring, Math.min(wait, LONGEST_MS));
        timer.unref();
      };
      wind();
      return () => clearTimeout(timer);
    },
  };
};
