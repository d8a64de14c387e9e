/** How the slides follow from events: their own, and those of the agenda that take them off the stage. */
import type { AgendaItemId } from '../../kernel/ids.ts';
import { without } from '../../kernel/records.ts';
import type { WorkshopEvent } from '../workshop.ts';
import type { ItemSlides, SlidesState } from './types.ts';

export const initialSlides: SlidesState = { decks: {}, shown: null };

const offStage = (state: SlidesState, item: AgendaItemId): SlidesState =>
  state.shown === item ? { ...state, shown: null } : state;

export const evolveSlides = (state: SlidesState, event: WorkshopEvent): SlidesState => {
  switch (event.type) {
    case 'slides/put':
      return { ...state, decks: { ...state.decks, [event.item]: { ...event.deck, page: 1 } } };
    case 'slides/taken':
      return { ...offStage(state, event.item), decks: without<AgendaItemId, ItemSlides>(state.decks, event.item) };
    case 'slides/shown':
      return { ...state, shown: event.item };
    case 'slides/hidden':
    case 'session/ended':
      return state.shown === null ? state : { ...state, shown: null };
    case 'slides/turned': {
      const slides = state.decks[event.item];
      return slides ? { ...state, decks: { ...state.decks, [event.item]: { ...slides, page: event.page } } } : state;
    }
    case 'agenda/itemBegun':
      return state.shown === event.item || state.shown === null ? state : { ...state, shown: null };
    case 'agenda/itemEnded':
    case 'agenda/dropped':
      return offStage(state, event.item);
    default:
      return state;
  }
};
