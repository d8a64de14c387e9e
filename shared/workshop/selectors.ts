/** Readings that join several slices: names, and what the desk does next. */
import type { Person } from '../directory/person.ts';
import type { SeatId } from '../kernel/ids.ts';
import { nextItem } from './agenda/selectors.ts';
import type { AgendaItem } from './agenda/types.ts';
import type { WorkshopState } from './workshop.ts';

export const personAt = (state: WorkshopState, seat: SeatId): Person | null => {
  const person = Object.hasOwn(state.participants.seats, seat) ? state.participants.seats[seat]?.person : undefined;
  return person === undefined ? null : (state.roster.people[person] ?? null);
};

/** The next likely step of the chair, first of what the bottom bar offers. */
export type DeskStep =
  | { readonly step: 'begin'; readonly first: AgendaItem | null }
  | { readonly step: 'next'; readonly item: AgendaItem }
  | { readonly step: 'endItem' }
  | { readonly step: 'end' }
  | { readonly step: 'draft' };

export const deskStep = (state: WorkshopState): DeskStep => {
  const next = nextItem(state.agenda);
  switch (state.session.phase) {
    case 'scheduled':
      return { step: 'begin', first: next };
    case 'live':
      if (next) return { step: 'next', item: next };
      return state.agenda.current === null ? { step: 'end' } : { step: 'endItem' };
    case 'ended':
      return { step: 'draft' };
  }
};
