/** How the stage follows from its events. */
import type { SeatId } from '../../kernel/ids.ts';
import { without } from '../../kernel/records.ts';
import type { WorkshopEvent } from '../workshop.ts';
import type { Source, StageState } from './types.ts';

export const initialStage: StageState = { silenced: {}, spotlight: null, sharing: 'all', asked: [] };

const unasked = (state: StageState, seat: SeatId): StageState =>
  state.asked.includes(seat) ? { ...state, asked: state.asked.filter((one) => one !== seat) } : state;

export const evolveStage = (state: StageState, event: WorkshopEvent): StageState => {
  switch (event.type) {
    case 'stage/silenced':
      return {
        ...(event.source === 'microphone' ? unasked(state, event.seat) : state),
        silenced: { ...state.silenced, [event.seat]: [...(state.silenced[event.seat] ?? []), event.source] },
      };
    case 'stage/resumed': {
      const left = (state.silenced[event.seat] ?? []).filter((source) => source !== event.source);
      const rest = without<SeatId, readonly Source[]>(state.silenced, event.seat);
      return { ...unasked(state, event.seat), silenced: left.length > 0 ? { ...rest, [event.seat]: left } : rest };
    }
    case 'stage/spotlit':
      return { ...state, spotlight: event.seat };
    case 'stage/askedToUnmute':
      return { ...state, asked: [...state.asked, event.seat] };
    case 'stage/askAnswered':
    case 'participants/left':
      return unasked(state, event.seat);
    case 'stage/sharingLimited':
      return { ...state, sharing: event.sharing };
    case 'participants/removed':
    case 'participants/sentBack':
      return {
        ...unasked(state, event.seat),
        silenced: without<SeatId, readonly Source[]>(state.silenced, event.seat),
      };
    default:
      return state;
  }
};
