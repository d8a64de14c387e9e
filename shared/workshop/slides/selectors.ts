/** Readings of the slides: who may show an item's, and what is on the stage. */
import type { AgendaItemId, SeatId } from '../../kernel/ids.ts';
import { lookUp } from '../../kernel/records.ts';
import type { AgendaItem } from '../agenda/types.ts';
import { seatAtTable } from '../participants/selectors.ts';
import { roleMay } from '../permissions.ts';
import type { WorkshopState } from '../workshop.ts';
import type { ItemSlides } from './types.ts';

/** Named as presenting this item, or standing for an organization that is. */
export const presents = (state: WorkshopState, seat: SeatId, item: AgendaItem): boolean => {
  const there = seatAtTable(state, seat);
  if (there === null) return false;
  const positions = lookUp(state.roster.people, there.person)?.positions ?? [];
  return item.presenters.some((presenter) =>
    presenter.kind === 'person'
      ? presenter.person === there.person
      : positions.some(({ organization }) => organization === presenter.organization),
  );
};

/** Whether the facts let this seat bring, show and turn the slides of this item: its own, or, of the desk, everybody's. */
export const mayPresent = (state: WorkshopState, seat: SeatId, item: AgendaItemId): boolean => {
  const there = seatAtTable(state, seat);
  const found = lookUp(state.agenda.items, item);
  if (there === null || found === undefined || !roleMay(there.role, 'slides.present')) return false;
  return roleMay(there.role, 'agenda.run') || presents(state, seat, found);
};

export const slidesOf = ({ slides }: Pick<WorkshopState, 'slides'>, item: AgendaItemId): ItemSlides | null =>
  lookUp(slides.decks, item) ?? null;

/** What is on the stage now: whose slides, and at which page. */
export const slidesOnStage = (
  state: Pick<WorkshopState, 'slides'>,
): { readonly item: AgendaItemId; readonly slides: ItemSlides } | null => {
  const { shown } = state.slides;
  const slides = shown === null ? null : slidesOf(state, shown);
  return shown === null || slides === null ? null : { item: shown, slides };
};
