/** How the agenda follows from its events. */
import type { AgendaItemId } from '../../kernel/ids.ts';
import type { Circumstance } from '../actor.ts';
import type { WorkshopEvent } from '../workshop.ts';
import type { AgendaItem, AgendaState } from './types.ts';

export const initialAgenda: AgendaState = { order: [], items: {}, current: null };

const insertAt = (order: readonly AgendaItemId[], item: AgendaItemId, index: number): readonly AgendaItemId[] => [
  ...order.slice(0, index),
  item,
  ...order.slice(index),
];

const change = (state: AgendaState, id: AgendaItemId, to: (item: AgendaItem) => AgendaItem): AgendaState => {
  const item = state.items[id];
  return item ? { ...state, items: { ...state.items, [id]: to(item) } } : state;
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
      return change(state, event.item, (item) => ({ ...item, ...event.plan }));
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
          stretches: item.stretches.map((stretch) =>
            stretch.until === undefined ? { ...stretch, until: at } : stretch,
          ),
        })),
        current: state.current === event.item ? null : state.current,
      };
    default:
      return state;
  }
};
