/** How the agenda follows from its events. */
import type { AgendaItemId, Instant } from '../../kernel/ids.ts';
import type { Circumstance } from '../actor.ts';
import type { WorkshopEvent } from '../workshop.ts';
import type { AgendaItem, AgendaState, Allotment, Stretch } from './types.ts';

export const initialAgenda: AgendaState = {
  order: [],
  items: {},
  current: null,
  end: null,
  endMovedAt: null,
  notice: null,
  settlements: [],
};

const insertAt = (order: readonly AgendaItemId[], item: AgendaItemId, index: number): readonly AgendaItemId[] => [
  ...order.slice(0, index),
  item,
  ...order.slice(index),
];

const change = (state: AgendaState, id: AgendaItemId, to: (item: AgendaItem) => AgendaItem): AgendaState => {
  const item = state.items[id];
  return item ? { ...state, items: { ...state.items, [id]: to(item) } } : state;
};

const closeStretch = (stretches: readonly Stretch[], until: Instant, paused: boolean): readonly Stretch[] =>
  stretches.map((stretch) =>
    stretch.until === undefined ? { ...stretch, until, ...(paused && { paused: true as const }) } : stretch,
  );

/** An item that ends while its clock stands is over now, not when it was paused: an empty stretch says so. */
const endStretch = (stretches: readonly Stretch[], at: Instant): readonly Stretch[] =>
  stretches.at(-1)?.paused ? [...stretches, { from: at, until: at }] : closeStretch(stretches, at, false);

const allot = (state: AgendaState, allotments: readonly Allotment[]): AgendaState =>
  allotments.reduce(
    (reached, { item: id, allotted, bufferLeft }) =>
      change(reached, id, ({ allotted: _minutes, bufferLeft: _left, ...item }) => ({
        ...item,
        ...(allotted !== null && { allotted }),
        ...(bufferLeft !== null && { bufferLeft }),
      })),
    state,
  );

const allotmentOf = ({ items }: AgendaState, id: AgendaItemId): Allotment => ({
  item: id,
  allotted: items[id]?.allotted ?? null,
  bufferLeft: items[id]?.bufferLeft ?? null,
});

/** Newly planned minutes stand for themselves: what was settled about the old ones is over. */
const edit = (item: AgendaItem, plan: Partial<AgendaItem>): AgendaItem => {
  const { allotted, bufferLeft, ...rest } = item;
  return {
    ...rest,
    ...(allotted !== undefined && (plan.minutes ?? item.minutes) === item.minutes && { allotted }),
    ...(bufferLeft !== undefined && (plan.buffer ?? item.buffer) === item.buffer && { bufferLeft }),
    ...plan,
  };
};

export const evolveAgenda = (state: AgendaState, event: WorkshopEvent, { at }: Circumstance): AgendaState => {
  switch (event.type) {
    case 'agenda/added':
      return {
        ...state,
        order: insertAt(state.order, event.item, event.index),
        items: { ...state.items, [event.item]: { ...event.plan, id: event.item, status: 'planned', stretches: [] } },
      };
    case 'agenda/edited':
      return change(state, event.item, (item) => edit(item, event.plan));
    case 'agenda/moved':
      return {
        ...state,
        order: insertAt(
          state.order.filter((id) => id !== event.item),
          event.item,
          event.index,
        ),
      };
    case 'agenda/dropped':
      return change(state, event.item, (item) => ({ ...item, status: 'dropped' }));
    case 'agenda/restored':
      return change(state, event.item, (item) => ({ ...item, status: 'planned' }));
    case 'agenda/itemBegun':
      return {
        ...change(state, event.item, (item) => ({
          ...item,
          status: 'current',
          stretches: [...item.stretches, { from: at }],
        })),
        current: event.item,
      };
    case 'agenda/itemEnded':
      return {
        ...change(state, event.item, (item) => ({
          ...item,
          status: 'done',
          stretches: endStretch(item.stretches, at),
        })),
        current: state.current === event.item ? null : state.current,
      };
    case 'agenda/clockPaused':
      return change(state, event.item, (item) => ({ ...item, stretches: closeStretch(item.stretches, at, true) }));
    case 'agenda/clockResumed':
      return change(state, event.item, (item) => ({ ...item, stretches: [...item.stretches, { from: at }] }));
    case 'agenda/settled':
      return {
        ...allot(state, event.allotments),
        ...(event.end !== undefined && { end: event.end, endMovedAt: at }),
        settlements: [
          ...state.settlements,
          {
            at,
            item: state.current,
            choice: event.choice,
            minutes: event.minutes,
            before: event.allotments.map(({ item }) => allotmentOf(state, item)),
            endBefore: state.end,
          },
        ],
      };
    case 'agenda/settlingUndone': {
      const last = state.settlements.at(-1);
      if (!last) return state;
      return {
        ...allot(state, last.before),
        ...(last.endBefore !== state.end && { end: last.endBefore, endMovedAt: at }),
        settlements: state.settlements.slice(0, -1),
      };
    }
    case 'agenda/endTold':
      return { ...state, notice: event.notice };
    default:
      return state;
  }
};
