/**
 * What the media plane must do because the facts changed: pure comparison of two states. Must not know mediasoup.
 */
import type { SeatId } from '../kernel/ids.ts';
import { isSilenced, mayPublish } from './stage/selectors.ts';
import { SOURCES, type Source } from './stage/types.ts';
import type { WorkshopState } from './workshop.ts';

export type MediaOrder =
  | { readonly kind: 'pause'; readonly seat: SeatId; readonly source: Source }
  | { readonly kind: 'resume'; readonly seat: SeatId; readonly source: Source }
  /** No longer allowed to publish this source. */
  | { readonly kind: 'withdraw'; readonly seat: SeatId; readonly source: Source }
  /** No longer at the table: everything of this seat is closed. */
  | { readonly kind: 'unseat'; readonly seat: SeatId }
  | { readonly kind: 'closeRoom' };

export { isSilenced, mayPublish };

/** Orders for the media plane, such that obeying them makes it agree with `after`. */
export const mediaOrders = (before: WorkshopState, after: WorkshopState): readonly MediaOrder[] => {
  if (before.session.phase !== 'ended' && after.session.phase === 'ended') return [{ kind: 'closeRoom' }];
  const orders: MediaOrder[] = [];
  for (const seat of Object.keys(before.participants.seats) as SeatId[]) {
    if (!Object.hasOwn(after.participants.seats, seat)) {
      orders.push({ kind: 'unseat', seat });
      continue;
    }
    for (const source of SOURCES) {
      if (mayPublish(before, seat, source) && !mayPublish(after, seat, source))
        orders.push({ kind: 'withdraw', seat, source });
      const was = isSilenced(before, seat, source);
      const is = isSilenced(after, seat, source);
      if (was !== is) orders.push({ kind: is ? 'pause' : 'resume', seat, source });
    }
  }
  return orders;
};
