/** Polls. Owns the shapes. A choice is a list of places in the poll's values: options by index, scale from 1 as place 0, fingers 0 to 5. */
import type { AgendaItemId, CommandId, Instant, SeatId } from '../../kernel/ids.ts';
import type { Role } from '../roles.ts';

/** `consensus`: fist to five, from "I block this" to "I will lead this". */
export const POLL_KINDS = ['single', 'multiple', 'scale', 'consensus'] as const;
export type PollKind = (typeof POLL_KINDS)[number];

export interface PollPlan {
  readonly kind: PollKind;
  readonly question: string;
  readonly item: AgendaItemId | null;
  /** `single` and `multiple`: the options, each once. Else empty. */
  readonly options: readonly string[];
  /** `multiple`: how many are to be chosen. */
  readonly min?: number;
  readonly max?: number;
  /** `scale`: from 1 to this. */
  readonly steps?: number;
  /** Who chose what is told to nobody and stands in no log. */
  readonly anonymous: boolean;
  /** The result is shown once the poll is closed; of an anonymous one always. */
  readonly hidden: boolean;
  /** Each organization has one vote, split evenly among its people who vote; who stands for none has one alone. */
  readonly weighted: boolean;
  readonly roles: readonly Role[];
  /** How long it is open; null: until it is closed. */
  readonly seconds: number | null;
}

export type Choice = readonly number[];

export interface PollResult {
  /** Ballots of each value. Null: too few ballots of an anonymous poll, so that counts would tell who chose what. */
  readonly counts: readonly number[] | null;
  /** Where organizations are weighed: the votes of each value, to the thousandth. */
  readonly weights?: readonly number[];
  readonly turnout: number;
  /** How many sat at the table with a role that may vote, or voted. */
  readonly eligible: number;
}

export type PollStanding =
  | { readonly kind: 'prepared' }
  | { readonly kind: 'open'; readonly from: Instant; readonly until: Instant | null }
  | { readonly kind: 'closed'; readonly from: Instant; readonly at: Instant; readonly result: PollResult };

/** Its id is the command that prepared it. */
export interface Poll {
  readonly id: CommandId;
  readonly plan: PollPlan;
  readonly standing: PollStanding;
  /** Who has voted, and what for; null: an anonymous ballot, which is in the box. A viewer may know the own one only. */
  readonly votes: Readonly<Record<SeatId, Choice | null>>;
  /** How many have voted; known to every viewer. */
  readonly turnout: number;
}

export interface PollsState {
  /** In the order in which they were prepared or, for who sees none that are prepared, opened. */
  readonly polls: readonly Poll[];
}

export const POLLS_LIMIT = 100;
export const OPTIONS_LIMIT = 12;
export const SCALE_LIMIT = 10;
/** Fewer ballots of an anonymous poll than this are not counted out. */
export const FEWEST_ANONYMOUS = 3;

export type PollsCommand =
  | { readonly type: 'polls/prepare'; readonly plan: PollPlan; readonly open?: true }
  | { readonly type: 'polls/edit'; readonly poll: CommandId; readonly plan: PollPlan }
  | { readonly type: 'polls/discard'; readonly poll: CommandId }
  | { readonly type: 'polls/open'; readonly poll: CommandId }
  | { readonly type: 'polls/vote'; readonly poll: CommandId; readonly choice: Choice }
  | { readonly type: 'polls/close'; readonly poll: CommandId }
  /** By the clock: the time is over, or the workshop is. */
  | { readonly type: 'polls/closeDue'; readonly poll: CommandId }
  /** Takes the closing back; never of an anonymous poll, whose box is empty. */
  | { readonly type: 'polls/undoClosing'; readonly poll: CommandId };

export type PollsEvent =
  | { readonly type: 'polls/prepared'; readonly poll: CommandId; readonly plan: PollPlan }
  | { readonly type: 'polls/edited'; readonly poll: CommandId; readonly plan: PollPlan }
  | { readonly type: 'polls/discarded'; readonly poll: CommandId }
  | {
      readonly type: 'polls/opened';
      readonly poll: CommandId;
      readonly plan: PollPlan;
      readonly until: Instant | null;
    }
  /** `choice` is null where the poll is anonymous. */
  | {
      readonly type: 'polls/voted';
      readonly poll: CommandId;
      readonly seat: SeatId;
      readonly choice: Choice | null;
      /** The seat had voted before. */
      readonly again?: true;
    }
  /** What a viewer learns of another's vote: that there is one more. Never in the log. */
  | { readonly type: 'polls/counted'; readonly poll: CommandId }
  | { readonly type: 'polls/closed'; readonly poll: CommandId; readonly result: PollResult }
  | { readonly type: 'polls/closingUndone'; readonly poll: CommandId };

export type PollsRefusal =
  | 'polls/unknown'
  | 'polls/full'
  | 'polls/badOptions'
  | 'polls/badNumbers'
  | 'polls/weightedAnonymous'
  | 'polls/nobodyMayVote'
  | 'polls/notPrepared'
  | 'polls/notOpen'
  | 'polls/notClosed'
  | 'polls/mayNotVote'
  | 'polls/badChoice'
  | 'polls/alreadyVoted'
  | 'polls/notYet'
  | 'polls/boxAbsent'
  | 'polls/tooLateToUndo';
