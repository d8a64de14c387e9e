/**
 * Work that is woken: one sweep at a time, once more for whoever woke it meanwhile, again at the time it asks for, and a minute after a fault.
 * Owns that rhythm; must not know what is swept.
 */
import { instant, type Instant } from '../shared/kernel/ids.ts';
import type { Clock } from './ports.ts';

const AFTER_A_FAULT_MS = 60_000;

export interface Sweep {
  /** Something may be due. */
  wake(): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  isClosed(): boolean;
  close(): Promise<void>;
}

export const createSweep = (deps: {
  /** Does what is due; answers when something will be, null: not before it is woken. */
  readonly sweep: () => Promise<Instant | null>;
  readonly clock: Clock;
  readonly onFault: (fault: unknown) => void;
}): Sweep => {
  const { clock } = deps;
  let cancel = (): void => undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let closed = false;

  const ringAt = (at: Instant | null): void => {
    cancel();
    cancel = closed || at === null ? () => undefined : clock.alarm(at, wake);
  };

  const run = async (): Promise<void> => {
    let next: Instant | null;
    do {
      again = false;
      next = await deps.sweep();
    } while (again && !closed);
    ringAt(next);
  };

  const wake = (): void => {
    if (closed) return;
    if (running) {
      again = true;
      return;
    }
    running = run()
      // The store is away: what waits there waits on.
      .catch((fault: unknown) => {
        deps.onFault(fault);
        ringAt(instant(clock.now() + AFTER_A_FAULT_MS));
      })
      .finally(() => {
        running = null;
        if (again) wake();
      });
  };

  return {
    wake,
    isClosed: () => closed,
    async idle() {
      while (running) await running;
    },
    async close() {
      closed = true;
      cancel();
      await running;
    },
  };
};
