/** How the standing of the minutes follows from events. A session that is taken up again makes them a draft again. */
import type { Circumstance } from '../actor.ts';
import type { WorkshopEvent } from '../workshop.ts';
import type { MinutesState } from './types.ts';

export const initialMinutes: MinutesState = { standing: { phase: 'draft' }, corrections: [] };

export const evolveMinutes = (state: MinutesState, event: WorkshopEvent, { at, by }: Circumstance): MinutesState => {
  const seat = by.kind === 'seat' ? by.seat : null;
  switch (event.type) {
    case 'minutes/reviewOpened':
    case 'minutes/takenUpAgain':
      return { ...state, standing: { phase: 'review', since: at } };
    case 'minutes/proposed':
      return { ...state, corrections: [...state.corrections, { ...event.correction, at, answer: null }] };
    case 'minutes/answered':
      return {
        ...state,
        corrections: state.corrections.map((one) =>
          one.id === event.correction ? { ...one, answer: { given: event.answer, by: seat, at } } : one,
        ),
      };
    case 'minutes/approved':
      return { ...state, standing: { phase: 'approved', at, by: seat } };
    case 'session/reopened':
      return { ...state, standing: { phase: 'draft' } };
    default:
      return state;
  }
};
