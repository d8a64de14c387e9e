/** Readings of the stage: who may be heard and seen, who is silenced, who is shown large. */
import type { SeatId } from '../../kernel/ids.ts';
import { lookUp } from '../../kernel/records.ts';
import { hasRequired } from '../consents/selectors.ts';
import { seatAtTable } from '../participants/selectors.ts';
import type { Seat } from '../participants/types.ts';
import { roleMay } from '../permissions.ts';
import type { Role } from '../roles.ts';
import { presents } from '../slides/selectors.ts';
import type { WorkshopState } from '../workshop.ts';
import type { Source } from './types.ts';

/** Whether this seat presents the item that is current. */
export const presentsNow = (state: WorkshopState, seat: SeatId): boolean => {
  const { current, items } = state.agenda;
  const item = current === null ? undefined : lookUp(items, current);
  return item !== undefined && presents(state, seat, item);
};

/** Where sharing is limited: the desk, and who presents the current item. */
const mayShareNow = (state: WorkshopState, { id, role }: Seat): boolean =>
  state.stage.sharing === 'all' || roleMay(role, 'stage.moderate') || presentsNow(state, id);

/** Whether the facts let this seat publish this source now. */
export const mayPublish = (state: WorkshopState, seat: SeatId, source: Source): boolean => {
  const there = seatAtTable(state, seat);
  if (there === null || state.session.phase === 'ended' || !hasRequired(state, there.person)) return false;
  if (source !== 'screen') return roleMay(there.role, 'stage.publish');
  return roleMay(there.role, 'stage.shareScreen') && mayShareNow(state, there);
};

/** By the desk, until the person takes it back. */
export const isSilencedByDesk = ({ stage }: Pick<WorkshopState, 'stage'>, seat: SeatId, source: Source): boolean =>
  lookUp(stage.silenced, seat)?.includes(source) ?? false;

/** Heard without the floor, also where microphones follow it. */
const ALWAYS_HEARD: readonly Role[] = ['chair', 'co-chair', 'interpreter'];

/** Where microphones follow the floor, this one waits for it. */
export const waitsForFloor = (state: WorkshopState, seat: SeatId): boolean => {
  const { floor, session } = state;
  if (!floor.rules.coupled || session.phase !== 'live' || floor.holder?.seat === seat) return false;
  const there = seatAtTable(state, seat);
  return there !== null && !ALWAYS_HEARD.includes(there.role);
};

/** Whether the facts keep this source quiet now, whatever its owner wants. */
export const isSilenced = (state: WorkshopState, seat: SeatId, source: Source): boolean =>
  isSilencedByDesk(state, seat, source) || (source === 'microphone' && waitsForFloor(state, seat));

/** Whom the desk spotlights, else who has the floor, else nobody by rule. */
export const shownLarge = ({ stage, floor }: Pick<WorkshopState, 'stage' | 'floor'>): SeatId | null =>
  stage.spotlight ?? floor.holder?.seat ?? null;
