/** What a running workshop says to its notes and media about a seat. Owns these two readings of the facts; the table of rights is shared/. */
import type { SeatId } from '../../shared/kernel/ids.ts';
import { lookUp } from '../../shared/kernel/records.ts';
import { roleMay, type Permission } from '../../shared/workshop/permissions.ts';
import type { WorkshopState } from '../../shared/workshop/workshop.ts';
import type { NotesRules } from '../ports.ts';
import type { WorkshopRoom } from './workshop-room.ts';

export const seatMay = ({ participants }: WorkshopState, seat: SeatId, permission: Permission): boolean => {
  const role = Object.hasOwn(participants.seats, seat) ? participants.seats[seat]?.role : undefined;
  return role !== undefined && roleMay(role, permission);
};

export const mayAttendMedia = (room: WorkshopRoom, seat: SeatId): boolean =>
  room.state.session.phase !== 'ended' && seatMay(room.state, seat, 'stage.watch');

export const notesRules = (room: WorkshopRoom): NotesRules => ({
  standing(seat) {
    const isLocked = room.state.minutes.standing.phase === 'approved';
    if (!isLocked && seatMay(room.state, seat, 'notes.write')) return 'write';
    return seatMay(room.state, seat, 'notes.read') ? 'read' : null;
  },
  onChange: (heard) => room.listen(() => heard()),
  items: () => room.state.agenda.order,
  isOffTheRecord: (section) =>
    lookUp<string, { readonly offTheRecord: boolean }>(room.state.agenda.items, section)?.offTheRecord === true,
});
