/** When everyone is told that the end is near: once a threshold, and again only for an end that was moved. Rules A23–A24 of SPEC.md. */
import type { Instant } from '../../kernel/ids.ts';
import { instant } from '../../kernel/ids.ts';
import type { WorkshopState } from '../workshop.ts';
import { workshopEnd } from './projection.ts';
import { END_NOTICES, type EndNotice } from './types.ts';

export interface PendingNotice {
  readonly at: Instant;
  readonly notice: EndNotice;
}

/** Still to be given, earliest first. What was past already when the session began or the end was moved is not. */
export const pendingNotices = (
  state: Pick<WorkshopState, 'agenda' | 'brief' | 'session'>,
): readonly PendingNotice[] => {
  const { agenda, session } = state;
  if (session.phase !== 'live') return [];
  const end = workshopEnd(state);
  if (end === null) return [];
  const since = Math.max(session.begunAt, session.reopenedAt ?? 0, agenda.endMovedAt ?? 0);
  const given = agenda.notice?.end === end ? agenda.notice.minutes : Number.POSITIVE_INFINITY;
  return END_NOTICES.filter((minutes) => minutes < given)
    .map((minutes) => ({ at: instant(end - minutes * 60_000), notice: { end, minutes } }))
    .filter(({ at }) => at > since);
};

/** The nearest to the end of those that are due: who was away for two hears one. */
export const dueNotice = (state: Pick<WorkshopState, 'agenda' | 'brief' | 'session'>, now: Instant): EndNotice | null =>
  pendingNotices(state).findLast(({ at }) => at <= now)?.notice ?? null;
