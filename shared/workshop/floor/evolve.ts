/** How the queue, the floor and the log of speeches follow from events. */
import type { Circumstance } from '../actor.ts';
import type { WorkshopEvent } from '../workshop.ts';
import type { FloorState } from './types.ts';

export const initialFloor: FloorState = { open: true, queue: [], holder: null, spoken: [], limitMs: null };

export const evolveFloor = (state: FloorState, event: WorkshopEvent, { at }: Circumstance): FloorState => {
  switch (event.type) {
    case 'floor/handRaised':
      return { ...state, queue: [...state.queue, event.hand] };
    case 'floor/handLowered':
      return { ...state, queue: state.queue.filter((hand) => hand.seat !== event.seat) };
    case 'floor/handMoved': {
      const hand = state.queue.find((one) => one.seat === event.seat);
      if (!hand) return state;
      const rest = state.queue.filter((one) => one !== hand);
      return { ...state, queue: [...rest.slice(0, event.index), hand, ...rest.slice(event.index)] };
    }
    case 'floor/given':
      return { ...state, holder: event.speech };
    case 'floor/ended':
      return state.holder?.seat === event.seat
        ? { ...state, holder: null, spoken: [...state.spoken, { ...state.holder, until: at }] }
        : state;
    case 'floor/openSet':
      return { ...state, open: event.open };
    case 'floor/limitSet':
      return { ...state, limitMs: event.limitMs };
    default:
      return state;
  }
};
