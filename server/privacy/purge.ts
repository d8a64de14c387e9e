/**
 * Removes what is older than its kind is kept. Owns the order, that one kind that fails does not keep the others, that two who ask at once get
 * one purge, and the line in the audit log; what each kind is, its store knows. Doing it again removes nothing more.
 */
import { instant, type Instant } from '../../shared/kernel/ids.ts';
import { RETENTION_KINDS, type RetentionKind } from '../../shared/privacy/retention.ts';
import type { Clock } from '../ports.ts';
import type { Audit } from '../ports/audit.ts';
import type { Keeping } from './keeping.ts';

/** How many of each kind were removed; a kind that failed is not among them. */
export type Purged = Readonly<Partial<Record<RetentionKind, number>>>;
export type Removing = Readonly<Record<RetentionKind, (before: Instant) => Promise<number>>>;

const DAY_MS = 86_400_000;

export const createPurge = (ports: {
  readonly keeping: Keeping;
  readonly removing: Removing;
  readonly wipe: () => Promise<void>;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly onFault: (fault: unknown) => void;
}): (() => Promise<Purged>) => {
  const { keeping, removing, clock, audit } = ports;

  const run = async (): Promise<Purged> => {
    const now = clock.now();
    const days = await keeping.days();
    const counts: Partial<Record<RetentionKind, number>> = {};
    const fails = (kind: string, fault: unknown): void => {
      ports.onFault(fault);
      audit.note({ door: 'clock', action: 'privacy/purgeFailed', outcome: 'failed', target: kind });
    };
    for (const kind of RETENTION_KINDS) {
      const kept = days[kind];
      if (kept === null) continue;
      try {
        counts[kind] = await removing[kind](instant(now - kept * DAY_MS));
      } catch (fault) {
        fails(kind, fault);
      }
    }
    await ports.wipe().catch((fault: unknown) => fails('wipe', fault));
    await keeping.purged(now);
    const target = Object.entries(counts).map(([kind, count]) => `${kind}=${count}`);
    audit.note({ door: 'clock', action: 'privacy/purged', outcome: 'done', target: target.join(' ') });
    return counts;
  };

  let running: Promise<Purged> | null = null;
  return () =>
    (running ??= run().finally(() => {
      running = null;
    }));
};
