/** How the planning stands after its events; beginning a draft makes it planned. */
import type { WorkshopEvent } from '../workshop.ts';
import type { PlanningState } from './types.ts';

export const initialPlanning: PlanningState = { stage: 'planned', archived: false };

export const evolvePlanning = (state: PlanningState, event: WorkshopEvent): PlanningState => {
  switch (event.type) {
    case 'planning/stageSet': {
      const { reason: _, ...rest } = state;
      return { ...rest, stage: event.stage, ...(event.reason !== undefined && { reason: event.reason }) };
    }
    case 'planning/archivedSet':
      return { ...state, archived: event.archived };
    case 'session/begun':
      return state.stage === 'planned' ? state : { ...state, stage: 'planned' };
    default:
      return state;
  }
};
