/** Readings that join several slices: names, attendance, and what the desk does next. */
import type { Person } from '../directory/person.ts';
import type { Instant, PersonId, SeatId } from '../kernel/ids.ts';
import { nextItem } from './agenda/selectors.ts';
import type { AgendaItem } from './agenda/types.ts';
import type { Visit } from './participants/types.ts';
import type { WorkshopState } from './workshop.ts';

export const personAt = (state: WorkshopState, seat: SeatId): Person | null => {
  const person = Object.hasOwn(state.participants.seats, seat) ? state.participants.seats[seat]?.person : undefined;
  return person === undefined ? null : (state.roster.people[person] ?? null);
};

const presentMs = (visits: readonly Visit[], now: Instant): number =>
  visits.reduce((sum, visit) => sum + Math.max(0, (visit.until ?? now) - visit.from), 0);

/** People who were here for at least `minimumMs`, once each however often they came back. */
export const attendance = (state: WorkshopState, now: Instant, minimumMs = 0): readonly PersonId[] => {
  const bySeat = new Map<SeatId, Visit[]>();
  for (const visit of state.participants.visits) bySeat.set(visit.seat, [...(bySeat.get(visit.seat) ?? []), visit]);
  const people = [...bySeat].flatMap(([seat, visits]) => {
    const person = state.participants.seats[seat]?.person;
    return person !== undefined && presentMs(visits, now) >= minimumMs ? [person] : [];
  });
  return [...new Set(people)];
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
