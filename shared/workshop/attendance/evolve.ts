/** How attendance follows from its events. */
import { without } from '../../kernel/records.ts';
import type { Circumstance } from '../actor.ts';
import type { WorkshopEvent } from '../workshop.ts';
import type { AttendanceState } from './types.ts';

export const initialAttendance: AttendanceState = { minimumMinutes: 0, optedOut: {}, checks: [] };

export const evolveAttendance = (
  state: AttendanceState,
  event: WorkshopEvent,
  { at, cause }: Circumstance,
): AttendanceState => {
  switch (event.type) {
    case 'attendance/asked':
      return { ...state, checks: [...state.checks, { id: cause, at, asked: event.seats, answered: [] }] };
    case 'attendance/answered': {
      const last = state.checks.at(-1);
      if (last === undefined) return state;
      const answered = { ...last, answered: [...last.answered, event.seat] };
      return { ...state, checks: [...state.checks.slice(0, -1), answered] };
    }
    case 'attendance/optedOut':
      return {
        ...state,
        optedOut: event.out
          ? { ...state.optedOut, [event.person]: true }
          : without<typeof event.person, true>(state.optedOut, event.person),
      };
    case 'attendance/minimumSet':
      return { ...state, minimumMinutes: event.minutes };
    case 'attendance/condensed':
      return { ...state, checks: [] };
    default:
      return state;
  }
};
