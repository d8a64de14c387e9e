/** Who brings, shows and turns slides. Rules E1–E7 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import { lookUp } from '../../kernel/records.ts';
import type { Context } from '../actor.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import { mayPresent, slidesOf } from './selectors.ts';
import type { SlidesCommand } from './types.ts';

type Decided = Decision<WorkshopEvent, WorkshopRefusalCode>;

/** A seat with its own item, or the desk; the host may all. */
const refusalOf = (state: WorkshopState, command: SlidesCommand, by: Context['by']): Decided | null => {
  const item = command.type === 'slides/hide' ? state.slides.shown : command.item;
  if (item === null) return refuse('slides/notShown');
  if (lookUp(state.agenda.items, item) === undefined) return refuse('agenda/unknownItem');
  const seat = command.type === 'slides/put' ? command.seat : by.kind === 'seat' ? by.seat : null;
  return seat === null || mayPresent(state, seat, item) ? null : refuse('slides/notPresenting');
};

export const decideSlides = (state: WorkshopState, command: SlidesCommand, { by }: Context): Decided => {
  const refused = refusalOf(state, command, by);
  if (refused !== null) return refused;
  const { shown } = state.slides;
  if (command.type === 'slides/hide') return accept({ type: 'slides/hidden' });
  if (command.type === 'slides/put') {
    const { seat, item, deck } = command;
    return accept({ type: 'slides/put', seat, item, deck });
  }
  const { item } = command;
  const slides = slidesOf(state, item);
  if (slides === null) return refuse('slides/none');
  switch (command.type) {
    case 'slides/take':
      return accept({ type: 'slides/taken', item });
    case 'slides/show':
      if (state.session.phase !== 'live') return refuse('session/notLive');
      return shown === item ? accept() : accept({ type: 'slides/shown', item });
    case 'slides/turn': {
      const { page } = command;
      if (page < 1 || page > slides.pages) return refuse('slides/noSuchPage');
      return page === slides.page ? accept() : accept({ type: 'slides/turned', item, page });
    }
  }
};
