/**
 * Takes audit lines and writes them in groups, so that no door waits for its log. Owns the buffer, the tries of a failing store and the
 * count of what could not be kept, which becomes a line itself. Must not know SQL.
 */
import { instant } from '../../shared/kernel/ids.ts';
import type { Clock, Mint } from '../ports.ts';
import type { Audit, AuditLine, AuditRecord, AuditStore } from '../ports/audit.ts';
import { createOnceAWhile } from './once-a-while.ts';

export interface Ledger extends Audit {
  /** Writes what waits; resolves when it is stored or could not be. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface LedgerOptions {
  readonly store: AuditStore;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly count: (what: 'audit.lost') => void;
  readonly onFault: (fault: unknown) => void;
  /** Lines that may wait for the store. */
  readonly most?: number;
}

const MOST_WAITING = 20_000;
const WRITE_AFTER_MS = 200;
const TRY_AGAIN_AFTER_MS = 5_000;
/** A text that a sender can choose, such as an unknown route, does not fill the log. */
const LONGEST = 200;

const cut = (line: AuditLine): AuditLine => ({
  ...line,
  action: line.action.slice(0, LONGEST),
  ...(line.target !== undefined && { target: line.target.slice(0, LONGEST) }),
});

export const openLedger = ({ store, clock, mint, count, onFault, most = MOST_WAITING }: LedgerOptions): Ledger => {
  const isSaid = createOnceAWhile(clock);
  let waiting: AuditRecord[] = [];
  let lost = 0;
  let writing: Promise<void> | null = null;
  let cancel: (() => void) | null = null;

  const record = (line: AuditLine): AuditRecord => ({ ...cut(line), id: mint.id(), at: clock.now() });

  const write = async (): Promise<void> => {
    const group = waiting;
    waiting = [];
    if (lost > 0) {
      group.push(record({ door: 'clock', action: 'audit/lost', outcome: 'failed', target: String(lost) }));
      lost = 0;
    }
    try {
      await store.append(group);
    } catch (fault) {
      onFault(fault);
      const room = Math.max(0, most - waiting.length);
      lost += Math.max(0, group.length - room);
      waiting = [...group.slice(Math.max(0, group.length - room)), ...waiting];
      plan(TRY_AGAIN_AFTER_MS);
    }
  };

  const settle = async (): Promise<void> => {
    cancel?.();
    cancel = null;
    while (writing) await writing;
    if (waiting.length === 0 && lost === 0) return;
    writing = write();
    await writing;
    writing = null;
  };

  const plan = (after: number): void => {
    cancel ??= clock.alarm(instant(clock.now() + after), () => {
      cancel = null;
      void settle();
    });
  };

  return {
    note(line) {
      if (isSaid(line)) return;
      if (waiting.length >= most) {
        lost += 1;
        count('audit.lost');
      } else waiting.push(record(line));
      plan(WRITE_AFTER_MS);
    },
    settle,
    async close() {
      await settle();
      cancel?.();
    },
  };
};
