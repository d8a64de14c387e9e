/** When a workshop may be announced, cancelled, taken up again and put away. Rules J1–J6 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import type { PlanningCommand } from './types.ts';

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Null: nothing of the planning is in the way of beginning. */
export const beginningRefusal = ({ planning, session }: Pick<WorkshopState, 'planning' | 'session'>) =>
  session.phase === 'scheduled' && planning.stage === 'cancelled' ? refuse('planning/cancelled') : null;

export const decidePlanning = (
  state: WorkshopState,
  command: PlanningCommand,
): Decision<WorkshopEvent, WorkshopRefusalCode> => {
  const { planning, session, brief } = state;
  if (command.type === 'planning/setArchived') {
    if (planning.archived === command.archived) return accept();
    if (session.phase === 'live') return refuse('planning/live');
    return accept({ type: 'planning/archivedSet', archived: command.archived });
  }
  const { stage, reason } = command;
  if (stage === planning.stage && isSame(reason, planning.reason)) return accept();
  if (session.phase !== 'scheduled') return refuse('planning/begun');
  if (stage === 'planned' && (brief.startsAt === undefined || brief.endsAt === undefined)) {
    return refuse('planning/noTime');
  }
  return accept({
    type: 'planning/stageSet',
    stage,
    ...(stage === 'cancelled' && reason !== undefined && { reason }),
  });
};
