/** Whose a new workshop is: the organization of who founds it, nobody's when a guest does. Owns asking whether guests may. */
import type { FastifyRequest } from 'fastify';
import type { OwningOrganizationId } from '../../../shared/kernel/ids.ts';
import type { Settings } from '../../accounts/settings.ts';
import type { WorkshopOwner } from '../../ports.ts';
import { HttpRefusal } from '../errors.ts';
import { mayAs, type Visitors } from '../visitors.ts';

export interface Owners {
  /**
   * Whose a workshop is that this request founds; refuses with 401 or 403 where guests may not start workshops. Who may found for several
   * organizations says for which; one that is not among them, and one that nobody has, are refused alike.
   */
  ownerFor(request: FastifyRequest, wanted?: OwningOrganizationId): Promise<WorkshopOwner>;
  /** The same question before anything is founded, so that no page offers what would be refused. */
  beginningFor(request: FastifyRequest): Promise<Beginning>;
}

/** `signIn`: not before signing in; `invitation`: not before an organization takes this account in. */
export type Beginning = 'open' | 'signIn' | 'invitation';

export type OwnerFor = Owners['ownerFor'];

export const createOwners = (visitors: Visitors, settings: Settings): Owners => {
  const look = async (request: FastifyRequest, wanted?: OwningOrganizationId) => {
    const visitor = await visitors.caller(request);
    const own = visitor?.memberships.filter((one) => mayAs(visitor, one, 'workshops.create')) ?? [];
    const home = wanted === undefined ? own[0] : own.find(({ organization }) => organization === wanted);
    if (wanted !== undefined && !home) throw new HttpRefusal(403, 'account/denied');
    // A program is no guest: what its token does not allow it does not do for nobody either.
    const isProgram = visitor?.scopes !== undefined;
    const isOpen = home !== undefined || (!isProgram && (await settings.read()).guestsMayStart);
    const beginning: Beginning = isOpen ? 'open' : visitor ? 'invitation' : 'signIn';
    return { beginning, owner: { organization: home?.organization ?? null, account: visitor?.account ?? null } };
  };
  return {
    beginningFor: async (request) => (await look(request)).beginning,
    async ownerFor(request, wanted) {
      const { beginning, owner } = await look(request, wanted);
      if (beginning === 'invitation') throw new HttpRefusal(403, 'account/denied');
      if (beginning === 'signIn') throw new HttpRefusal(401, 'account/signInFirst');
      return owner;
    },
  };
};
