/** When reminders are due, from what a workshop says of itself. Pure; owns the leads and for how long a late one is still worth sending. */
import { instant, type Instant } from '../../shared/kernel/ids.ts';
import type { ReminderKind, Watched } from '../ports/invitations.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export interface Due {
  readonly kind: ReminderKind;
  readonly at: Instant;
  /** A server that was away sends it late, but not from then on. */
  readonly until: Instant;
}

/** Before the beginning: how long before, and for how long it may be late. */
const BEFORE = [
  { kind: 'week', lead: 7 * DAY_MS, late: 2 * DAY_MS },
  { kind: 'day', lead: DAY_MS, late: 12 * HOUR_MS },
  { kind: 'hour', lead: HOUR_MS, late: 50 * MINUTE_MS },
] as const;

/** After the end: the organizers put the last words on the board right first. */
const ACTIONS_AFTER_MS = 30 * MINUTE_MS;
const ACTIONS_LATE_MS = 14 * DAY_MS;
/** For how long a published update is still told to those who were invited. */
export const WATCHED_MS = 90 * DAY_MS;

export const dueTimes = ({ phase, startsAt, endedAt }: Watched, publishedAt: Instant | null): readonly Due[] => {
  if (phase === 'scheduled' && startsAt !== null)
    return BEFORE.map(({ kind, lead, late }) => ({
      kind,
      at: instant(startsAt - lead),
      until: instant(startsAt - lead + late),
    }));
  if (phase !== 'ended' || endedAt === null) return [];
  const actions: Due = {
    kind: 'actions',
    at: instant(endedAt + ACTIONS_AFTER_MS),
    until: instant(endedAt + ACTIONS_AFTER_MS + ACTIONS_LATE_MS),
  };
  if (publishedAt === null) return [actions];
  const at = instant(Math.max(publishedAt, endedAt));
  return [actions, { kind: 'article', at, until: instant(at + ACTIONS_LATE_MS) }];
};
