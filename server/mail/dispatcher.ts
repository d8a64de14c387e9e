/**
 * Sends what is due in the outbox, a few at a time, and tries again later what could not go. Owns the pauses. A letter is written down as
 * being sent before it is: one that a crash met meanwhile is shown to administrators rather than sent twice.
 */
import { instant } from '../../shared/kernel/ids.ts';
import type { Clock } from '../ports.ts';
import type { Mail, OutboxRecord, OutboxStore } from '../ports/mail.ts';
import { createSweep, type Sweep } from '../sweep.ts';
import { withoutSecrets } from './without-secrets.ts';

const MINUTE_MS = 60_000;
/** After each vain try; when they are used up the letter has failed. Two days in all. */
const PAUSES_MS = [1, 5, 30, 120, 360, 720, 1440].map((minutes) => minutes * MINUTE_MS);
const AT_ONCE = 4;

export const createDispatcher = (deps: {
  readonly store: OutboxStore;
  readonly mail: Mail;
  readonly clock: Clock;
  readonly onFault: (fault: unknown) => void;
}): Sweep => {
  const { store, mail, clock } = deps;

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
      const next = rhythm.isClosed() ? null : await store.claim(clock.now());
      if (!next) return;
      await deliver(next);
    }
  };

  const rhythm = createSweep({
    async sweep() {
      await Promise.all(Array.from({ length: AT_ONCE }, lane));
      return store.nextDue();
    },
    clock,
    onFault: deps.onFault,
  });
  return {
    ...rhythm,
    async close() {
      await rhythm.close();
      mail.close();
    },
  };
};
