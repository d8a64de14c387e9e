/** Attendance: what counts as having attended, who does not want to be counted, and the checks whether people are still here. */
import type { CommandId, Instant, PersonId, SeatId } from '../../kernel/ids.ts';

/** "Still here?": asked of whoever was connected then. Its id is the command that asked. */
export interface PresenceCheck {
  readonly id: CommandId;
  readonly at: Instant;
  readonly asked: readonly SeatId[];
  readonly answered: readonly SeatId[];
}

export interface AttendanceState {
  /** Who was here for less is not counted. */
  readonly minimumMinutes: number;
  /** Neither named nor counted, by their own word. */
  readonly optedOut: Readonly<Record<PersonId, true>>;
  readonly checks: readonly PresenceCheck[];
}

/** How long a check can be answered, in ms. */
export const CHECK_MS = 120_000;

export type AttendanceCommand =
  | { readonly type: 'attendance/ask' }
  | { readonly type: 'attendance/answer' }
  | { readonly type: 'attendance/optOut'; readonly out: boolean }
  | { readonly type: 'attendance/setMinimum'; readonly minutes: number }
  /** By the clock, when coming and going is no longer kept. */
  | { readonly type: 'attendance/condense' };

export type AttendanceEvent =
  | { readonly type: 'attendance/asked'; readonly seats: readonly SeatId[] }
  | { readonly type: 'attendance/answered'; readonly seat: SeatId }
  | { readonly type: 'attendance/optedOut'; readonly person: PersonId; readonly out: boolean }
  | { readonly type: 'attendance/minimumSet'; readonly minutes: number }
  /** What is left of coming and going: how long each was here, each counted from `from`. */
  | {
      readonly type: 'attendance/condensed';
      readonly from: Instant;
      readonly until: Instant;
      readonly attended: readonly { readonly seat: SeatId; readonly ms: number }[];
    };

export type AttendanceRefusal = 'attendance/alreadyAsking' | 'attendance/notAsked';
