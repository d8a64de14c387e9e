/** Who asks over HTTP: a seat by its token, and whether its role may. Owns reading the header; the table of rights is shared/. */
import type { FastifyRequest } from 'fastify';
import type { SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { Permission } from '../../shared/workshop/permissions.ts';
import { viewClass } from '../../shared/workshop/view-for.ts';
import type { Door } from '../accounts/door.ts';
import type { RunningWorkshop, WorkshopRegistry } from '../workshops/registry.ts';
import { seatMay } from '../workshops/rights.ts';
import { findOut } from './asked.ts';
import { HttpRefusal } from './errors.ts';

export interface Asker extends RunningWorkshop {
  readonly seat: SeatId;
}

export interface Authorize {
  /** The seat that asks, at the table or waiting; refuses with 401. */
  holder(request: FastifyRequest, workshop: WorkshopId): Promise<Asker>;
  /** The seat that asks, with this right; refuses with 401 or 403. */
  seat(request: FastifyRequest, workshop: WorkshopId, permission: Permission): Promise<Asker>;
  /** The same question, answered as data. */
  standing(request: FastifyRequest, workshop: WorkshopId, permission: Permission): Promise<Standing>;
}

export type Standing =
  { readonly ok: true } | { readonly ok: false; readonly status: 401 | 403; readonly code: string };

const BEARER = /^Bearer ([A-Za-z0-9_-]{20,100})$/;

export const createAuthorize = (door: Door, registry: WorkshopRegistry): Authorize => {
  const holder = async (request: FastifyRequest, workshop: WorkshopId): Promise<Asker> => {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    const record = token === undefined ? null : await door.findSeat(token);
    if (!record || record.workshop !== workshop) throw new HttpRefusal(401, 'access/noSeat');
    findOut(request, { seat: record.seat, workshop });
    const running = await registry.find(workshop);
    if (!running) throw new HttpRefusal(401, 'access/noSeat');
    const { state } = running.room;
    if (Object.hasOwn(state.participants.removed, record.seat)) throw new HttpRefusal(403, 'access/removed');
    if (viewClass(state, record.seat) === 'stranger') throw new HttpRefusal(401, 'access/noSeat');
    return { ...running, seat: record.seat };
  };
  const seat: Authorize['seat'] = async (request, workshop, permission) => {
    const asker = await holder(request, workshop);
    if (!seatMay(asker.room.state, asker.seat, permission)) throw new HttpRefusal(403, 'access/denied');
    return asker;
  };
  return {
    holder,
    seat,
    async standing(request, workshop, permission) {
      try {
        await seat(request, workshop, permission);
        return { ok: true };
      } catch (reason) {
        if (!(reason instanceof HttpRefusal)) throw reason;
        findOut(request, { code: reason.code });
        return { ok: false, status: reason.statusCode === 403 ? 403 : 401, code: reason.code };
      }
    },
  };
};
