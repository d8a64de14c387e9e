/**
 * Seats of accounts: claiming what was done as a guest, and the chair's seat without a link for who manages a workshop. Owns that one account
 * has one seat in a workshop. Must not know HTTP; whether somebody may is asked before.
 */
import type { AccountId, SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { Language } from '../../shared/kernel/language.ts';
import type { Clock, Mint } from '../ports.ts';
import type { AccessStore } from '../ports/access.ts';
import type { OwnSeatStore } from '../ports/own-seats.ts';
import type { WorkshopRegistry } from '../workshops/registry.ts';
import type { Door } from './door.ts';
import { hashSecret } from './secrets.ts';

export interface SeatAtHand {
  readonly workshop: WorkshopId;
  readonly seat: SeatId;
  readonly seatToken: string;
}

export interface OwnSeats {
  claim(
    seatToken: string,
    account: AccountId,
  ): Promise<{ readonly seat: SeatId; readonly workshop: WorkshopId } | null>;
  /** The chair's seat, or a further key to the one this account has already. */
  take(
    workshop: WorkshopId,
    who: { readonly account: AccountId; readonly name: string; readonly language: Language },
  ): Promise<SeatAtHand | 'unknown' | 'removed' | 'unavailable'>;
  of(account: AccountId): Promise<readonly { readonly seat: SeatId; readonly workshop: WorkshopId }[]>;
}

export const createOwnSeats = (deps: {
  readonly store: OwnSeatStore;
  readonly registry: WorkshopRegistry;
  readonly door: Door;
  readonly access: AccessStore;
  readonly clock: Clock;
  readonly mint: Mint;
}): OwnSeats => {
  const { store, registry, door, clock, mint } = deps;
  return {
    async claim(seatToken, account) {
      const found = await door.findSeat(seatToken);
      if (!found || !(await store.claim(found.seat, account))) return null;
      return { seat: found.seat, workshop: found.workshop };
    },
    of: (account) => store.seatsOf(account),

    async take(workshop, { account, name, language }) {
      const running = await registry.find(workshop);
      if (!running) return 'unknown';
      const seat = await store.seatIn(workshop, account);
      if (seat === null) {
        const entering = { by: 'founder', guest: { name }, language, account, browser: null } as const;
        const entered = await door.enter(running.room, entering);
        if (entered.ok) return { workshop, seat: entered.seat, seatToken: entered.seatToken };
        return 'code' in entered && entered.code === 'access/banned' ? 'removed' : 'unavailable';
      }
      if (Object.hasOwn(running.room.state.participants.removed, seat)) return 'removed';
      const seatToken = mint.secret();
      const key = { tokenHash: hashSecret(seatToken), browserHash: null, createdAt: clock.now() };
      await deps.access.addKey(seat, key);
      return { workshop, seat, seatToken };
    },
  };
};
