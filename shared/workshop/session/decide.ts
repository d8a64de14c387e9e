/** When a workshop may begin, end and be taken up again. Rules S1–S4 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import { itemEnding } from '../agenda/consequences.ts';
import { handsLowering, speechEnding } from '../floor/consequences.ts';
import { beginningRefusal } from '../planning/decide.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import type { SessionCommand } from './types.ts';

export const decideSession = (
  state: WorkshopState,
  command: SessionCommand,
): Decision<WorkshopEvent, WorkshopRefusalCode> => {
  const { phase } = state.session;
  switch (command.type) {
    case 'session/begin':
      if (phase !== 'scheduled') return refuse('session/alreadyBegun');
      return beginningRefusal(state) ?? accept({ type: 'session/begun' });
    case 'session/end':
      if (phase !== 'live') return refuse('session/notLive');
      return accept(...speechEnding(state), ...handsLowering(state), ...itemEnding(state), { type: 'session/ended' });
    case 'session/reopen':
      return phase === 'ended' ? accept({ type: 'session/reopened' }) : refuse('session/notEnded');
  }
};
