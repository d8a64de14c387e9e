/** How far the planning has come, and whether the workshop was put away. What is planned stands in the brief and the agenda. */
import type { LocalText } from '../../kernel/language.ts';

/** `draft`: only its organizers know of it. `cancelled`: everybody invited is told that it does not take place. */
export const STAGES = ['draft', 'planned', 'cancelled'] as const;
export type Stage = (typeof STAGES)[number];

export interface PlanningState {
  /** A workshop whose log says nothing of it is planned. */
  readonly stage: Stage;
  /** Why it was cancelled, in the organizers' words. */
  readonly reason?: LocalText;
  /** Put away: it stands among the archived ones and is otherwise what it was. */
  readonly archived: boolean;
}

export type PlanningCommand =
  | { readonly type: 'planning/setStage'; readonly stage: Stage; readonly reason?: LocalText }
  | { readonly type: 'planning/setArchived'; readonly archived: boolean };

export type PlanningEvent =
  | { readonly type: 'planning/stageSet'; readonly stage: Stage; readonly reason?: LocalText }
  | { readonly type: 'planning/archivedSet'; readonly archived: boolean };

export type PlanningRefusal = 'planning/noTime' | 'planning/begun' | 'planning/cancelled' | 'planning/live';
