/** Takes away once a day what has expired: sessions, one-time secrets, counted tries, and letters that wait for nothing any more. */
import { instant } from '../../shared/kernel/ids.ts';
import type { Clock } from '../ports.ts';
import type { SessionStore } from '../ports/accounts.ts';
import type { Outbox } from '../ports/mail.ts';

const DAY_MS = 86_400_000;
/** How long letters can be looked up after they were made. */
const LETTERS_MS = 90 * DAY_MS;

export const startSweeping = (deps: {
  readonly sessions: SessionStore;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly onFault: (fault: unknown) => void;
}): (() => void) => {
  const { sessions, outbox, clock } = deps;
  let cancel: () => void;
  const sweep = async (): Promise<void> => {
    const now = clock.now();
    await sessions.purge(now);
    await outbox.purge(instant(now - LETTERS_MS));
  };
  const wind = (): void => {
    cancel = clock.alarm(instant(clock.now() + DAY_MS), () => {
      sweep().catch(deps.onFault);
      wind();
    });
  };
  wind();
  return () => cancel();
};
