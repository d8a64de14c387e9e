/** Ports of the seats that belong to accounts: claimed by who held the token, taken without a link by who manages the workshop. */
import type { AccountId, SeatId, WorkshopId } from '../../shared/kernel/ids.ts';

export interface OwnSeatStore {
  /** Makes the seat the account's; false: it is somebody else's. */
  claim(seat: SeatId, account: AccountId): Promise<boolean>;
  /** The account's seat in this workshop, the newest when there are several. */
  seatIn(workshop: WorkshopId, account: AccountId): Promise<SeatId | null>;
  seatsOf(account: AccountId): Promise<readonly { readonly seat: SeatId; readonly workshop: WorkshopId }[]>;
}
