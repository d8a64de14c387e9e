/** Which sockets each seat has open, and telling the facts when the first opens and the last closes. Must not know Socket.IO. */
import type { SeatId, WorkshopId } from '../../shared/kernel/ids.ts';

export interface Presence<Socket> {
  open(workshop: WorkshopId, seat: SeatId, socket: Socket): void;
  close(workshop: WorkshopId, seat: SeatId, socket: Socket): void;
  of(workshop: WorkshopId, seat: SeatId): readonly Socket[];
}

export const createPresence = <Socket>(tell: {
  readonly arrived: (workshop: WorkshopId, seat: SeatId) => void;
  readonly lost: (workshop: WorkshopId, seat: SeatId) => void;
}): Presence<Socket> => {
  const seats = new Map<string, Set<Socket>>();
  const key = (workshop: WorkshopId, seat: SeatId): string => `${workshop}/${seat}`;
  return {
    open(workshop, seat, socket) {
      const sockets = seats.get(key(workshop, seat)) ?? new Set();
      sockets.add(socket);
      seats.set(key(workshop, seat), sockets);
      if (sockets.size === 1) tell.arrived(workshop, seat);
    },
    close(workshop, seat, socket) {
      const sockets = seats.get(key(workshop, seat));
      if (!sockets?.delete(socket) || sockets.size > 0) return;
      seats.delete(key(workshop, seat));
      tell.lost(workshop, seat);
    },
    of: (workshop, seat) => [...(seats.get(key(workshop, seat)) ?? [])],
  };
};
