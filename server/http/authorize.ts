/** Who asks over HTTP: a seat by its token, and whether its role may. Owns reading the header; the table of rights is shared/. */
import type { FastifyRequest } from 'fastify';
import type { SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import { roleMay, type Permission } from '../../shared/workshop/permissions.ts';
import type { Door } from '../accounts/door.ts';
import type { RunningWorkshop, WorkshopRegistry } from '../workshops/registry.ts';
import { HttpRefusal } from './errors.ts';

export interface Asker extends RunningWorkshop {
  readonly seat: SeatId;
}

export interface Authorize {
  /** The seat that asks, at the table or waiting; refuses with 401. */
  holder(request: FastifyRequest, workshop: WorkshopId): Promise<Asker>;
  /** The seat that asks, with this right; refuses with 401 or 403. */
  seat(request: FastifyRequest, workshop: WorkshopId, permission: Permission): Promise<Asker>;
}

const BEARER = /^Bearer ([A-Za-z0-9_-]{20,100})$/;

export const createAuthorize = (door: Door, registry: WorkshopRegistry): Authorize => {
  const holder = async (request: FastifyRequest, workshop: WorkshopId): Promise<Asker> => {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    const record = token === undefined ? null : await door.findSeat(token);
    if (!record || record.workshop !== workshop) throw new HttpRefusal(401, 'access/noSeat');
    const running = await registry.find(workshop);
    if (!running) throw new HttpRefusal(401, 'access/noSeat');
    return { ...running, seat: record.seat };
  };
  return {
    holder,
    async seat(request, workshop, permission) {
      const asker = await holder(request, workshop);
      const { seats } = asker.room.state.participants;
      const role = Object.hasOwn(seats, asker.seat) ? seats[asker.seat]?.role : undefined;
      if (role === undefined || !roleMay(role, permission)) throw new HttpRefusal(403, 'access/denied');
      return asker;
    },
  };
};
