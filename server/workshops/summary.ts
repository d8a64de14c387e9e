/** The line of the list of workshops, derived from the state. */
import type { Instant, WorkshopId } from '../../shared/kernel/ids.ts';
import { glanceOf } from '../../shared/planning/glance.ts';
import type { WorkshopState } from '../../shared/workshop/workshop.ts';
import type { WorkshopSummary } from '../ports.ts';

export const summaryOf = (
  id: WorkshopId,
  state: WorkshopState,
  fixed: { readonly createdAt: Instant; readonly origin: WorkshopSummary['origin'] },
): WorkshopSummary => ({
  id,
  title: state.brief.title,
  language: state.brief.language,
  phase: state.session.phase,
  startsAt: state.brief.startsAt ?? null,
  endedAt: state.session.phase === 'ended' ? state.session.endedAt : null,
  createdAt: fixed.createdAt,
  origin: fixed.origin,
  endsAt: state.brief.endsAt ?? null,
  stage: state.planning.stage,
  archived: state.planning.archived,
  glance: glanceOf(state),
});
