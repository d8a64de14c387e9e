/**
 * What the media plane must do because the facts changed: pure comparison of two states. Must not know mediasoup.
 */
import type { SeatId } from '../kernel/ids.ts';
import type { Source } from './stage/types.ts';

export type MediaOrder =
  | { readonly kind: 'pause'; readonly seat: SeatId; readonly source: Source }
  | { readonly kind: 'resume'; readonly seat: SeatId; readonly source: Source }
  /** No longer allowed to publish this source. */
  | { readonly kind: 'withdraw'; readonly seat: SeatId; readonly source: Source }
  /** No longer at the table: everything of this seat is closed. */
  | { readonly kind: 'unseat'; readonly seat: SeatId }
  | { readonly kind: 'closeRoom' };
