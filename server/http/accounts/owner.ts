/** Whose a new workshop is: the organization of who founds it, nobody's when a guest does. Owns asking whether guests may. */
import type { FastifyRequest } from 'fastify';
import { memberMay } from '../../../shared/organization/permissions.ts';
import type { Settings } from '../../accounts/settings.ts';
import type { WorkshopOwner } from '../../ports.ts';
import { HttpRefusal } from '../errors.ts';
import type { Visitors } from '../visitors.ts';

/** Refuses with 401 or 403 where guests may not start workshops. */
export type OwnerFor = (request: FastifyRequest) => Promise<WorkshopOwner>;

export const createOwnerFor =
  (visitors: Visitors, settings: Settings): OwnerFor =>
  async (request) => {
    const visitor = await visitors.of(request);
    const home = visitor?.memberships.find(({ role }) => memberMay(role, 'workshops.create'));
    if (!home && !(await settings.read()).guestsMayStart) {
      throw visitor ? new HttpRefusal(403, 'account/denied') : new HttpRefusal(401, 'account/signInFirst');
    }
    return { organization: home?.organization ?? null, account: visitor?.account ?? null };
  };
