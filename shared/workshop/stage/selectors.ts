/** Readings of the stage: who may be heard and seen, who is silenced, who is shown large. */
import type { SeatId } from '../../kernel/ids.ts';
import { lookUp } from '../../kernel/records.ts';
import { hasRequired } from '../consents/selectors.ts';
import { seatAtTable } from '../participants/selectors.ts';
import { roleMay } from '../permissions.ts';
import type { WorkshopState } from '../workshop.ts';
import type { Source } from './types.ts';

/** Whether the facts let this seat publish this source now. */
export const mayPublish = (state: WorkshopState, seat: SeatId, source: Source): boolean => {
  const there = seatAtTable(state, seat);
  if (there === null || state.session.phase === 'ended' || !hasRequired(state, there.person)) return false;
  return roleMay(there.role, source === 'screen' ? 'stage.shareScreen' : 'stage.publish');
};

export const isSilenced = ({ stage }: Pick<WorkshopState, 'stage'>, seat: SeatId, source: Source): boolean =>
  lookUp(stage.silenced, seat)?.includes(source) ?? false;

/** Whom the desk spotlights, else who has the floor, else nobody by rule. */
export const shownLarge = ({ stage, floor }: Pick<WorkshopState, 'stage' | 'floor'>): SeatId | null =>
  stage.spotlight ?? floor.holder?.seat ?? null;
