/**
 * How often something may be tried: a few times freely, then with pauses that double. Owns the pauses. Counted by whom and by where from,
 * in the store, so that neither a restart nor many connections at once begin anew; names are hashed, so that the count is no list of people.
 */
import type { Instant } from '../../shared/kernel/ids.ts';
import type { Clock } from '../ports.ts';
import type { AttemptStore } from '../ports/accounts.ts';
import { hashSecret } from './secrets.ts';

const SECOND_MS = 1000;
const FORGET_MS = 86_400_000;

interface Patience {
  readonly free: number;
  readonly first: number;
  readonly longest: number;
}

const PATIENCE = {
  /** Passwords for one address, whether it has an account or not. */
  password: { free: 5, first: 30 * SECOND_MS, longest: 900 * SECOND_MS },
  /** Codes for one account. A code has a million values: a year of trying at this pace is 35,000. */
  code: { free: 5, first: 30 * SECOND_MS, longest: 900 * SECOND_MS },
  /** Passwords and codes from one network address, behind which an office may sit. */
  from: { free: 50, first: 30 * SECOND_MS, longest: 900 * SECOND_MS },
  /** Mails to one address that anybody may have asked for. */
  mail: { free: 5, first: 600 * SECOND_MS, longest: 7200 * SECOND_MS },
} as const satisfies Record<string, Patience>;

export type Tried = keyof typeof PATIENCE;

const pauseAfter =
  ({ free, first, longest }: Patience) =>
  (tries: number): number =>
    tries < free ? 0 : Math.min(longest, first * 2 ** Math.min(30, tries - free));

export interface Attempts {
  /** Counts a try before it is made; until when one has to wait, or null. */
  count(what: Tried, whose: string): Promise<Instant | null>;
  forgive(what: Tried, whose: string): Promise<void>;
}

export const createAttempts = (store: AttemptStore, clock: Clock): Attempts => {
  const keyOf = (what: Tried, whose: string): string => `${what}:${hashSecret(whose)}`;
  return {
    count: (what, whose) => store.count(keyOf(what, whose), clock.now(), pauseAfter(PATIENCE[what]), FORGET_MS),
    forgive: (what, whose) => store.forgive(keyOf(what, whose)),
  };
};
