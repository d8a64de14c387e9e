/** Readings of the session's time. */
import type { Instant } from '../../kernel/ids.ts';
import type { SessionState } from './types.ts';

/** How long the session has lasted, in ms, from its first beginning; 0 before it. */
export const sessionElapsedMs = (session: SessionState, now: Instant): number => {
  if (session.phase === 'scheduled') return 0;
  return Math.max(0, (session.phase === 'ended' ? session.endedAt : now) - session.begunAt);
};
