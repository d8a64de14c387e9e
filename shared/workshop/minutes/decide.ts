/** Which step the minutes may take next. Rules M1–M5 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import { lookUp } from '../../kernel/records.ts';
import type { Context } from '../actor.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import { CORRECTIONS_LIMIT, type MinutesCommand } from './types.ts';

export const decideMinutes = (
  state: WorkshopState,
  command: MinutesCommand,
  { by, cause }: Context,
): Decision<WorkshopEvent, WorkshopRefusalCode> => {
  const { standing, corrections } = state.minutes;
  switch (command.type) {
    case 'minutes/openReview':
      if (state.session.phase !== 'ended') return refuse('minutes/notEnded');
      return standing.phase === 'draft' ? accept({ type: 'minutes/reviewOpened' }) : refuse('minutes/inReviewAlready');
    case 'minutes/propose': {
      if (standing.phase !== 'review') return refuse('minutes/notInReview');
      const seat = by.kind === 'seat' ? lookUp(state.participants.seats, by.seat) : undefined;
      if (!seat) return refuse('permission/notSeated');
      const attended = state.participants.visits.some((visit) => visit.seat === seat.id);
      if (!attended) return refuse('minutes/didNotAttend');
      if (command.item !== null && lookUp(state.agenda.items, command.item) === undefined) {
        return refuse('agenda/unknownItem');
      }
      if (corrections.length >= CORRECTIONS_LIMIT) {
        return refuse('minutes/tooManyCorrections', { limit: CORRECTIONS_LIMIT });
      }
      const { item, text } = command;
      return accept({
        type: 'minutes/proposed',
        correction: { id: cause, by: seat.id, person: seat.person, item, text },
      });
    }
    case 'minutes/answer': {
      if (standing.phase !== 'review') return refuse('minutes/notInReview');
      const found = corrections.find(({ id }) => id === command.correction);
      if (found === undefined) return refuse('minutes/unknownCorrection');
      if (found.answer?.given === command.answer) return accept();
      return accept({ type: 'minutes/answered', correction: found.id, answer: command.answer });
    }
    case 'minutes/approve': {
      if (standing.phase !== 'review') return refuse('minutes/notInReview');
      const open = corrections.filter(({ answer }) => answer === null).length;
      return open > 0 ? refuse('minutes/correctionsOpen', { count: open }) : accept({ type: 'minutes/approved' });
    }
    case 'minutes/takeUpAgain':
      return standing.phase === 'approved' ? accept({ type: 'minutes/takenUpAgain' }) : refuse('minutes/notApproved');
  }
};
