/** The desk's channel: short messages between chair, co-chairs and rapporteur. */
import type { CommandId, Instant, SeatId } from '../../kernel/ids.ts';

export interface DeskMessage {
  readonly id: CommandId;
  readonly seat: SeatId;
  readonly at: Instant;
  /** One line of at most 500 characters. */
  readonly text: string;
}

export interface DeskState {
  /** The last ones, oldest first. */
  readonly messages: readonly DeskMessage[];
}

/** How many are kept at hand; the log has all. */
export const DESK_MESSAGES = 200;

export type DeskCommand =
  | { readonly type: 'desk/say'; readonly text: string }
  /** By the clock, when what the desk said, among itself and to those who waited, is no longer kept. */
  | { readonly type: 'desk/forget' };
export type DeskEvent =
  { readonly type: 'desk/said'; readonly seat: SeatId; readonly text: string } | { readonly type: 'desk/forgotten' };
