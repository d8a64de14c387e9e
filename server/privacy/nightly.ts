/**
 * Rings for the purge once a night, at the hour that administrators set. Owns the deadline, which is reckoned from the last purge that is written
 * down: a night in which no server ran is made up for soon after the next start.
 */
import { instant } from '../../shared/kernel/ids.ts';
import { nextNight } from '../../shared/privacy/next-night.ts';
import type { Clock } from '../ports.ts';
import type { Keeping } from './keeping.ts';

/** Whoever starts a server wants to see it up first. */
const AFTER_THE_START_MS = 60_000;
const AFTER_A_FAULT_MS = 3_600_000;

export interface Nightly {
  /** Reckons anew: at the start, and when the hour was changed. */
  wind(): Promise<void>;
  close(): void;
}

export const createNightly = (ports: {
  readonly keeping: Keeping;
  readonly purge: () => Promise<unknown>;
  readonly clock: Clock;
  readonly onFault: (fault: unknown) => void;
}): Nightly => {
  const { keeping, clock } = ports;
  let cancel: (() => void) | null = null;
  let closed = false;

  const ringAfter = (ms: number): void => {
    cancel?.();
    cancel = closed ? null : clock.alarm(instant(clock.now() + ms), () => void ring());
  };
  const ring = async (): Promise<void> => {
    try {
      await ports.purge();
      await wind();
    } catch (fault) {
      ports.onFault(fault);
      ringAfter(AFTER_A_FAULT_MS);
    }
  };
  const wind = async (): Promise<void> => {
    const { hour, timeZone, purgedAt } = await keeping.night();
    const due = nextNight(purgedAt ?? clock.now(), hour, timeZone);
    ringAfter(Math.max(due - clock.now(), AFTER_THE_START_MS));
  };
  return {
    wind,
    close() {
      closed = true;
      cancel?.();
    },
  };
};
