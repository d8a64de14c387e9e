/** The real clock and the real mint. The only places where the server reads time and randomness for facts. */
import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { instant } from '../shared/kernel/ids.ts';
import type { Clock, Mint } from './ports.ts';

/** setTimeout cannot wait longer; a later alarm is wound again when this has passed. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * Wall time read once, then carried on by the monotonic clock: when the machine's clock is stepped by hours, running workshops do not jump.
 */
export const createClock = (): Clock => {
  const origin = Date.now() - performance.now();
  const now = () => instant(Math.round(origin + performance.now()));
  return {
    now,
    alarm(at, ring) {
      let timer: NodeJS.Timeout;
      const wind = (): void => {
        const wait = Math.max(0, at - now());
        timer = setTimeout(wait > LONGEST_TIMEOUT_MS ? wind : ring, Math.min(wait, LONGEST_TIMEOUT_MS));
        timer.unref();
      };
      wind();
      return () => clearTimeout(timer);
    },
  };
};

export const createMint = (): Mint => ({
  id: () => randomId(),
  secret: () => randomBytes(32).toString('base64url'),
});

/** base64url may begin with '-' or '_', which ids may not. */
const randomId = (): string => {
  const id = randomBytes(16).toString('base64url');
  return /^[A-Za-z0-9]/.test(id) ? id : randomId();
};
