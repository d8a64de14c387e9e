/** How the desk's channel follows from its events. */
import type { Circumstance } from '../actor.ts';
import type { WorkshopEvent } from '../workshop.ts';
import { DESK_MESSAGES, type DeskState } from './types.ts';

export const initialDesk: DeskState = { messages: [] };

export const evolveDesk = (state: DeskState, event: WorkshopEvent, { at, cause }: Circumstance): DeskState => {
  if (event.type === 'desk/forgotten') return initialDesk;
  if (event.type !== 'desk/said') return state;
  return { messages: [...state.messages, { id: cause, seat: event.seat, at, text: event.text }].slice(-DESK_MESSAGES) };
};
