/**
 * Sends what is due in the outbox, a few at a time, and tries again later what could not go. Owns the pauses. A letter is written down as
 * being sent before it is: one that a crash met meanwhile is shown to administrators rather than sent twice.
 */
import { instant, type Instant } from '../../shared/kernel/ids.ts';
import type { Clock } from '../ports.ts';
import type { Mail, OutboxRecord, OutboxStore } from '../ports/mail.ts';
import { withoutSecrets } from './without-secrets.ts';

const MINUTE_MS = 60_000;
/** After each vain try; when they are used up the letter has failed. Two days in all. */
const PAUSES_MS = [1, 5, 30, 120, 360, 720, 1440].map((minutes) => minutes * MINUTE_MS);
const AT_ONCE = 4;

export interface Dispatcher {
  /** Something may be due. */
  wake(): void;
  /** Resolves when nothing is being sent. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

export const createDispatcher = (deps: {
  readonly store: OutboxStore;
  readonly mail: Mail;
  readonly clock: Clock;
  readonly onFault: (fault: unknown) => void;
}): Dispatcher => {
  const { store, mail, clock } = deps;
  let cancel = (): void => undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let closed = false;

  const deliver = async (record: OutboxRecord): Promise<void> => {
    const { id, to, letter, tried } = record;
    const now = clock.now();
    const base = { tried, nextAt: record.nextAt, sentAt: null };
    if (letter.worthlessAfter !== undefined && letter.worthlessAfter <= now) {
      return store.mark(id, { ...base, state: 'failed', fault: 'too late', letter: withoutSecrets(letter) });
    }
    const sent = await mail.send({ id, to, letter });
    if (sent.ok) {
      const done = { state: 'sent', tried: tried + 1, fault: null, sentAt: clock.now() } as const;
      return store.mark(id, { ...base, ...done, letter: withoutSecrets(letter) });
    }
    const pause = sent.isFinal ? undefined : PAUSES_MS[tried];
    return store.mark(id, {
      ...base,
      state: pause === undefined ? 'failed' : 'waiting',
      tried: tried + 1,
      nextAt: pause === undefined ? record.nextAt : instant(clock.now() + pause),
      fault: sent.fault,
    });
  };

  const lane = async (): Promise<void> => {
    for (;;) {
      const next = closed ? null : await store.claim(clock.now());
      if (!next) return;
      await deliver(next);
    }
  };

  const sweep = async (): Promise<void> => {
    do {
      again = false;
      await Promise.all(Array.from({ length: AT_ONCE }, lane));
    } while (again && !closed);
    if (closed) return;
    const due: Instant | null = await store.nextDue();
    cancel();
    if (due !== null) cancel = clock.alarm(due, wake);
  };

  const wake = (): void => {
    if (closed) return;
    if (running) {
      again = true;
      return;
    }
    running = sweep()
      // The store is away: what waits there waits on.
      .catch((fault: unknown) => {
        deps.onFault(fault);
        cancel();
        cancel = clock.alarm(instant(clock.now() + MINUTE_MS), wake);
      })
      .finally(() => {
        running = null;
        if (again) wake();
      });
  };

  return {
    wake,
    async idle() {
      while (running) await running;
    },
    async close() {
      closed = true;
      cancel();
      await running;
      mail.close();
    },
  };
};
