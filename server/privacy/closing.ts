/**
 * Closing an account for its owner or for an administrator, and taking the name out of the workshops where it sat, when that is wished. Owns the
 * order: what may be refused is asked first. Must not know HTTP.
 */
import { id, type AccountId, type CommandId, type SeatId, type WorkshopId } from '../../shared/kernel/ids.ts';
import { seatEver } from '../../shared/workshop/participants/selectors.ts';
import type { Clock, Mint } from '../ports.ts';
import type { AccountStore } from '../ports/accounts.ts';
import type { OrganizationStore } from '../ports/organizations.ts';
import type { WorkshopRegistry } from '../workshops/registry.ts';

export type Closed =
  'closed' | 'account/unknown' | 'organization/lastOwner' | 'account/lastAdministrator' | 'participants/lastChair';

export interface Closing {
  close(account: AccountId, wish: { readonly names: boolean }): Promise<Closed>;
}

export const createClosing = (ports: {
  readonly accounts: AccountStore;
  readonly organizations: OrganizationStore;
  readonly seatsOf: (
    account: AccountId,
  ) => Promise<readonly { readonly seat: SeatId; readonly workshop: WorkshopId }[]>;
  readonly registry: WorkshopRegistry;
  readonly clock: Clock;
  readonly mint: Mint;
}): Closing => {
  const { accounts, organizations, registry, clock, mint } = ports;

  const isLastOwner = async (account: AccountId): Promise<boolean> => {
    for (const { organization, role } of await organizations.membershipsOf(account)) {
      if (role !== 'owner') continue;
      const members = await organizations.members(organization.id);
      if (!members.some((one) => one.role === 'owner' && one.account !== account)) return true;
    }
    return false;
  };

  /** False: somebody is the only chair of a session that is live. Whoever has no name there already is done. */
  const takeNames = async (account: AccountId): Promise<boolean> => {
    for (const { workshop, seat } of await ports.seatsOf(account)) {
      const running = await registry.find(workshop);
      const own = running && seatEver(running.room.state, seat);
      if (!running || !own) continue;
      const command = { type: 'participants/anonymize', person: own.person } as const;
      const reply = await running.room.dispatch({ kind: 'host' }, id<CommandId>(mint.id()), command);
      if (!reply.ok && 'refusal' in reply && reply.refusal.code === 'participants/lastChair') return false;
    }
    return true;
  };

  return {
    async close(account, { names }) {
      const found = await accounts.find(account);
      if (!found || found.closedAt !== null) return 'account/unknown';
      if (await isLastOwner(account)) return 'organization/lastOwner';
      if (!(await accounts.setAdministrator(account, false))) return 'account/lastAdministrator';
      if (names && !(await takeNames(account))) {
        if (found.isAdministrator) await accounts.setAdministrator(account, true);
        return 'participants/lastChair';
      }
      await accounts.anonymize(account, clock.now());
      return 'closed';
    },
  };
};
