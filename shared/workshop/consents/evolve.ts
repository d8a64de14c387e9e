/** How the answers follow from events; the last one counts. */
import type { Circumstance } from '../actor.ts';
import type { WorkshopEvent } from '../workshop.ts';
import type { ConsentsState } from './types.ts';

export const initialConsents: ConsentsState = { answers: {} };

export const evolveConsents = (state: ConsentsState, event: WorkshopEvent, { at }: Circumstance): ConsentsState => {
  if (event.type !== 'consents/answered') return state;
  const { person, purpose, given, version } = event;
  return { answers: { ...state.answers, [person]: { ...state.answers[person], [purpose]: { given, version, at } } } };
};
