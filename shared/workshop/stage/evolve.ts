/** How the stage follows from its events. */
import type { SeatId } from '../../kernel/ids.ts';
import { without } from '../../kernel/records.ts';
import type { WorkshopEvent } from '../workshop.ts';
import type { Source, StageState } from './types.ts';

export const initialStage: StageState = { silenced: {}, spotlight: null };

export const evolveStage = (state: StageState, event: WorkshopEvent): StageState => {
  switch (event.type) {
    case 'stage/silenced':
      return {
        ...state,
        silenced: { ...state.silenced, [event.seat]: [...(state.silenced[event.seat] ?? []), event.source] },
      };
    case 'stage/resumed': {
      const left = (state.silenced[event.seat] ?? []).filter((source) => source !== event.source);
      const rest = without<SeatId, readonly Source[]>(state.silenced, event.seat);
      return { ...state, silenced: left.length > 0 ? { ...rest, [event.seat]: left } : rest };
    }
    case 'stage/spotlit':
      return { ...state, spotlight: event.seat };
    case 'participants/removed':
    case 'participants/sentBack':
      return { ...state, silenced: without<SeatId, readonly Source[]>(state.silenced, event.seat) };
    default:
      return state;
  }
};
