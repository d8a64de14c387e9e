/** How the session's phase follows from its events. */
import type { Circumstance } from '../actor.ts';
import type { WorkshopEvent } from '../workshop.ts';
import type { SessionState } from './types.ts';

export const initialSession: SessionState = { phase: 'scheduled' };

export const evolveSession = (state: SessionState, event: WorkshopEvent, { at }: Circumstance): SessionState => {
  switch (event.type) {
    case 'session/begun':
      return { phase: 'live', begunAt: at };
    case 'session/ended':
      return { phase: 'ended', begunAt: state.phase === 'scheduled' ? at : state.begunAt, endedAt: at };
    case 'session/reopened':
      return { phase: 'live', begunAt: state.phase === 'scheduled' ? at : state.begunAt, reopenedAt: at };
    default:
      return state;
  }
};
