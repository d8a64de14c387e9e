/** How seats, presence and visits follow from events. */
import { instant, type Instant, type SeatId } from '../../kernel/ids.ts';
import type { Circumstance } from '../actor.ts';
import { mapValues, without } from '../../kernel/records.ts';
import type { WorkshopEvent } from '../workshop.ts';
import type { ParticipantsState, Seat, Visit } from './types.ts';

export const initialParticipants: ParticipantsState = { seats: {}, removed: {}, visits: [] };

const change = (state: ParticipantsState, id: SeatId, to: (seat: Seat) => Seat): ParticipantsState => {
  const seat = state.seats[id];
  return seat ? { ...state, seats: { ...state.seats, [id]: to(seat) } } : state;
};

const closeVisit = (visits: readonly Visit[], seat: SeatId, until: Instant): readonly Visit[] =>
  visits.map((visit) => (visit.seat === seat && visit.until === undefined ? { ...visit, until } : visit));

const openVisit = (visits: readonly Visit[], seat: SeatId, from: Instant): readonly Visit[] =>
  visits.some((visit) => visit.seat === seat && visit.until === undefined) ? visits : [...visits, { seat, from }];

export const evolveParticipants = (
  state: ParticipantsState,
  event: WorkshopEvent,
  { at }: Circumstance,
): ParticipantsState => {
  switch (event.type) {
    case 'participants/seated':
      return { ...state, seats: { ...state.seats, [event.seat.id]: event.seat } };
    case 'participants/arrived':
      return {
        ...change(state, event.seat, (seat) => ({ ...seat, presence: { kind: 'here', since: at } })),
        visits: openVisit(state.visits, event.seat, at),
      };
    case 'participants/connectionLost':
      return change(state, event.seat, (seat) => ({ ...seat, presence: { kind: 'lost', since: at } }));
    case 'participants/left': {
      const presence = state.seats[event.seat]?.presence;
      // Who fell silent was last seen when the connection broke, not when we stopped waiting.
      const until = presence?.kind === 'lost' ? presence.since : at;
      return {
        ...change(state, event.seat, (seat) => ({ ...seat, presence: { kind: 'gone', since: until } })),
        visits: closeVisit(state.visits, event.seat, until),
      };
    }
    case 'participants/roleAssigned':
      return change(state, event.seat, (seat) => ({ ...seat, role: event.role }));
    case 'participants/removed':
    case 'participants/sentBack': {
      const seat = state.seats[event.seat];
      return {
        seats: without<SeatId, Seat>(state.seats, event.seat),
        removed:
          seat === undefined || event.type === 'participants/sentBack'
            ? state.removed
            : { ...state.removed, [event.seat]: { seat, at } },
        visits: closeVisit(state.visits, event.seat, at),
      };
    }
    case 'attendance/condensed': {
      const gone = (seat: Seat): Seat => ({ ...seat, presence: { kind: 'gone', since: event.until } });
      return {
        seats: mapValues(state.seats, gone),
        removed: mapValues(state.removed, (removal) => ({ ...removal, seat: gone(removal.seat) })),
        visits: event.attended.map(({ seat, ms }) => ({ seat, from: event.from, until: instant(event.from + ms) })),
      };
    }
    default:
      return state;
  }
};
