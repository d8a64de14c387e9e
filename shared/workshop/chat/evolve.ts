/** How the chat follows from its events. */
import type { Circumstance } from '../actor.ts';
import type { WorkshopEvent } from '../workshop.ts';
import type { ChatState } from './types.ts';

export const initialChat: ChatState = { rules: { open: true, between: false }, lines: [] };

export const evolveChat = (state: ChatState, event: WorkshopEvent, { at, cause }: Circumstance): ChatState => {
  switch (event.type) {
    case 'chat/said':
      return { ...state, lines: [...state.lines, { id: cause, seat: event.seat, at, to: event.to }] };
    case 'chat/deleted':
      return {
        ...state,
        lines: state.lines.map((line) => (line.id === event.line ? { ...line, deleted: event.by } : line)),
      };
    case 'chat/rulesSet':
      return { ...state, rules: { ...state.rules, ...event.rules } };
    default:
      return state;
  }
};
