/** What is kept of coming and going once it need not be known any more: how long each person was here. Rule W5 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import { valuesOf } from '../../kernel/records.ts';
import { attendance, presentSeats } from '../participants/selectors.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';

export const condensing = (state: WorkshopState): Decision<WorkshopEvent, WorkshopRefusalCode> => {
  const { session, participants } = state;
  if (session.phase !== 'ended') return refuse('session/notEnded');
  // Who reads the draft just now is not told to have left.
  if (presentSeats(participants).length > 0) return accept();
  const seats = [...valuesOf(participants.seats), ...valuesOf(participants.removed).map(({ seat }) => seat)];
  const attended = attendance(state, session.endedAt).flatMap(({ person, ms }) => {
    const own = participants.visits.find(({ seat }) => seats.some((one) => one.id === seat && one.person === person));
    return own ? [{ seat: own.seat, ms }] : [];
  });
  return accept({ type: 'attendance/condensed', from: session.begunAt, until: session.endedAt, attended });
};
