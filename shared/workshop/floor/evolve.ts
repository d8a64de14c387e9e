/** How the queue, the floor and the log of speeches follow from events. In what order the queue then stands is arrange.ts. */
import type { Instant, SeatId } from '../../kernel/ids.ts';
import { without } from '../../kernel/records.ts';
import type { Circumstance } from '../actor.ts';
import type { WorkshopEvent } from '../workshop.ts';
import type { FloorState, LoweredHand, QueueEntry, Speech } from './types.ts';

export const initialFloor: FloorState = {
  open: true,
  queue: [],
  holder: null,
  spoken: [],
  limitMs: null,
  rules: {
    policy: 'arrival',
    kinds: ['contribution', 'reply', 'question', 'pointOfOrder'],
    ending: 'soft',
    callsNext: false,
    coupled: false,
    carriesOver: true,
    showsTalkTimes: false,
  },
  arrivals: 0,
  called: null,
  limits: {},
  budgets: {},
  lowered: {},
};

/** The speech with its clock going again. */
const resumed = ({ pausedSince, pausedMs, ...speech }: Speech, at: Instant): Speech =>
  pausedSince === undefined
    ? { ...speech, ...(pausedMs !== undefined && { pausedMs }) }
    : { ...speech, pausedMs: (pausedMs ?? 0) + Math.max(0, at - pausedSince) };

const lower = (state: FloorState, seat: SeatId, { at, by }: Circumstance): FloorState => {
  const hand = state.queue.find((one) => one.seat === seat);
  if (!hand) return state;
  const others = by.kind === 'host' || (by.kind === 'seat' && by.seat !== seat);
  const lowered: LoweredHand = { hand, at, why: others ? 'desk' : 'own' };
  return {
    ...state,
    queue: state.queue.filter((one) => one !== hand),
    called: state.called?.seat === seat ? null : state.called,
    lowered: { ...state.lowered, [seat]: lowered },
  };
};

/** Whoever is passed over by the chair's hand stands where the chair sees it: a point of order too. */
const move = (queue: readonly QueueEntry[], seat: SeatId, index: number): readonly QueueEntry[] => {
  const hand = queue.find((one) => one.seat === seat);
  if (!hand) return queue;
  const rest = queue.filter((one) => one !== hand);
  const passed = rest
    .slice(index)
    .map((one): QueueEntry => (one.kind === 'pointOfOrder' ? { ...one, placed: true } : one));
  return [...rest.slice(0, index), { ...hand, placed: true }, ...passed];
};

const give = (state: FloorState, speech: Speech, at: Instant): FloorState => {
  const lowered = state.lowered[speech.seat];
  return {
    ...state,
    holder: speech,
    called: null,
    lowered: lowered?.at === at ? { ...state.lowered, [speech.seat]: { ...lowered, why: 'floor' } } : state.lowered,
  };
};

const onHolder = (state: FloorState, seat: SeatId, change: (speech: Speech) => Speech): FloorState =>
  state.holder?.seat === seat ? { ...state, holder: change(state.holder) } : state;

export const evolveFloor = (state: FloorState, event: WorkshopEvent, circumstance: Circumstance): FloorState => {
  const { at } = circumstance;
  switch (event.type) {
    case 'floor/handRaised':
      return {
        ...state,
        queue: [...state.queue, { ...event.hand, arrival: state.arrivals + 1 }],
        arrivals: state.arrivals + 1,
        lowered: without<SeatId, LoweredHand>(state.lowered, event.hand.seat),
      };
    case 'floor/handLowered':
      return lower(state, event.seat, circumstance);
    case 'floor/handPutBack':
      return {
        ...state,
        queue: [...state.queue, event.entry],
        lowered: without<SeatId, LoweredHand>(state.lowered, event.entry.seat),
      };
    case 'floor/handMoved':
      return { ...state, queue: move(state.queue, event.seat, event.index) };
    case 'floor/handUnplaced':
      return {
        ...state,
        queue: state.queue.map(({ placed, ...hand }) =>
          hand.seat === event.seat || placed === undefined ? hand : { ...hand, placed },
        ),
      };
    case 'floor/given':
      return give(state, event.speech, at);
    case 'floor/givingUndone': {
      const [last] = state.spoken.slice(-1);
      const goesOn = event.speech !== null && last?.seat === event.speech.seat && last.from === event.speech.from;
      return { ...state, holder: event.speech, spoken: goesOn ? state.spoken.slice(0, -1) : state.spoken };
    }
    case 'floor/ended':
      return state.holder?.seat === event.seat
        ? { ...state, holder: null, spoken: [...state.spoken, { ...resumed(state.holder, at), until: at }] }
        : state;
    case 'floor/paused':
      return onHolder(state, event.seat, (speech) => ({ ...speech, pausedSince: at }));
    case 'floor/resumed':
      return onHolder(state, event.seat, (speech) => resumed(speech, at));
    case 'floor/timeAdded':
      return onHolder(state, event.seat, (speech) => ({ ...speech, limitMs: (speech.limitMs ?? 0) + event.ms }));
    case 'floor/called':
      return { ...state, called: event.seat === null ? null : { seat: event.seat, since: at } };
    case 'agenda/clockPaused':
    case 'session/ended':
      return state.called === null ? state : { ...state, called: null };
    case 'floor/openSet':
      return { ...state, open: event.open };
    case 'floor/limitSet':
      return { ...state, limitMs: event.limitMs };
    case 'floor/personLimitSet':
      return {
        ...state,
        limits:
          event.limitMs === 'default'
            ? without(state.limits, event.person)
            : { ...state.limits, [event.person]: event.limitMs },
      };
    case 'floor/budgetSet':
      return {
        ...state,
        budgets:
          event.ms === null
            ? without(state.budgets, event.organization)
            : { ...state.budgets, [event.organization]: event.ms },
      };
    case 'floor/rulesSet':
      return {
        ...state,
        rules: { ...state.rules, ...event.rules },
        called: event.rules.callsNext === false ? null : state.called,
      };
    default:
      return state;
  }
};
