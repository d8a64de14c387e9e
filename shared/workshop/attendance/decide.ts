/** Who may be asked and answer, and what counts. Rules W1–W3 and W5 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import { lookUp } from '../../kernel/records.ts';
import type { Context } from '../actor.ts';
import { seatsAtTable } from '../participants/selectors.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import { condensing } from './condensing.ts';
import { openCheck } from './selectors.ts';
import type { AttendanceCommand } from './types.ts';

export const decideAttendance = (
  state: WorkshopState,
  command: AttendanceCommand,
  { by, at }: Context,
): Decision<WorkshopEvent, WorkshopRefusalCode> => {
  const own = by.kind === 'seat' ? lookUp(state.participants.seats, by.seat) : undefined;
  const check = openCheck(state.attendance, at);
  switch (command.type) {
    case 'attendance/ask': {
      if (state.session.phase !== 'live') return refuse('session/notLive');
      if (check !== null) return refuse('attendance/alreadyAsking');
      const here = seatsAtTable(state.participants).filter(({ presence }) => presence.kind === 'here');
      return accept({ type: 'attendance/asked', seats: here.map(({ id }) => id) });
    }
    case 'attendance/answer':
      if (!own) return refuse('permission/notSeated');
      if (check === null || !check.asked.includes(own.id)) return refuse('attendance/notAsked');
      return check.answered.includes(own.id) ? accept() : accept({ type: 'attendance/answered', seat: own.id });
    case 'attendance/optOut':
      if (!own) return refuse('permission/notSeated');
      return Object.hasOwn(state.attendance.optedOut, own.person) === command.out
        ? accept()
        : accept({ type: 'attendance/optedOut', person: own.person, out: command.out });
    case 'attendance/condense':
      return condensing(state);
    case 'attendance/setMinimum':
      return state.attendance.minimumMinutes === command.minutes
        ? accept()
        : accept({ type: 'attendance/minimumSet', minutes: command.minutes });
  }
};
