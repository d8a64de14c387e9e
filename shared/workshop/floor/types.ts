/** The floor: who speaks now, who waits to speak, and the log of who spoke. One queue, in the server's order of arrival. */
import type { AgendaItemId, CommandId, Instant, PersonId, SeatId } from '../../kernel/ids.ts';

/** One raised hand. Its id is the command that raised it, so a hope and its fact are the same entry. */
export interface Hand {
  readonly id: CommandId;
  readonly seat: SeatId;
  readonly since: Instant;
  /** At most 120 characters: what the person wants to speak about. */
  readonly topic?: string;
}

/** A speech that is going on. */
export interface Speech {
  readonly seat: SeatId;
  readonly person: PersonId;
  readonly item: AgendaItemId | null;
  readonly from: Instant;
  /** Absent: no limit. Whole milliseconds. */
  readonly limitMs?: number;
}

/** A speech that is over, kept for talk times and the draft. */
export interface SpeechRecord extends Speech {
  readonly until: Instant;
}

export interface FloorState {
  readonly open: boolean;
  readonly queue: readonly Hand[];
  readonly holder: Speech | null;
  readonly spoken: readonly SpeechRecord[];
  /** Default limit of a speech; null: none. */
  readonly limitMs: number | null;
}

export type FloorCommand =
  | { readonly type: 'floor/raiseHand'; readonly topic?: string }
  | { readonly type: 'floor/lowerHand' }
  | { readonly type: 'floor/lowerOther'; readonly seat: SeatId }
  | { readonly type: 'floor/lowerAll' }
  | { readonly type: 'floor/move'; readonly seat: SeatId; readonly index: number }
  /** Gives the floor to this seat, queued or not; a holder's speech ends first. */
  | { readonly type: 'floor/give'; readonly seat: SeatId }
  | { readonly type: 'floor/giveNext' }
  /** The holder is done. */
  | { readonly type: 'floor/yield' }
  /** The chair ends the holder's speech. */
  | { readonly type: 'floor/takeBack' }
  /** By the clock, FLOOR_GRACE_MS after the holder's connection was lost. */
  | { readonly type: 'floor/giveUpWaiting'; readonly seat: SeatId }
  | { readonly type: 'floor/setOpen'; readonly open: boolean }
  | { readonly type: 'floor/setLimit'; readonly limitMs: number | null };

export type FloorEvent =
  | { readonly type: 'floor/handRaised'; readonly hand: Hand }
  | { readonly type: 'floor/handLowered'; readonly seat: SeatId }
  | { readonly type: 'floor/handMoved'; readonly seat: SeatId; readonly index: number }
  | { readonly type: 'floor/given'; readonly speech: Speech }
  | { readonly type: 'floor/ended'; readonly seat: SeatId }
  | { readonly type: 'floor/openSet'; readonly open: boolean }
  | { readonly type: 'floor/limitSet'; readonly limitMs: number | null };

export type FloorRefusal =
  | 'floor/closed'
  | 'floor/alreadyQueued'
  | 'floor/alreadySpeaking'
  | 'floor/notQueued'
  | 'floor/queueEmpty'
  | 'floor/notHolder'
  | 'floor/nobodySpeaks'
  | 'floor/notHere'
  | 'floor/badIndex';
