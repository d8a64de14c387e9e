/** The floor: who speaks now, who waits to speak, and the log of who spoke. The queue is kept in the order in which the floor will be given. */
import type { AgendaItemId, CommandId, Instant, OrganizationId, PersonId, SeatId } from '../../kernel/ids.ts';

/** What somebody asks the floor for. A point of order goes before everything else. */
export const ENTRY_KINDS = ['contribution', 'reply', 'question', 'pointOfOrder'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** By what the queue is ordered; within it, by arrival. */
export const POLICIES = ['arrival', 'firstTime', 'leastTime', 'byOrganization', 'byLanguage'] as const;
export type Policy = (typeof POLICIES)[number];

/** One raised hand. Its id is the command that raised it, so a hope and its fact are the same entry. */
export interface Hand {
  readonly id: CommandId;
  readonly seat: SeatId;
  readonly since: Instant;
  /** At most 120 characters: what the person wants to speak about. */
  readonly topic?: string;
  /** Absent: a contribution. */
  readonly kind?: EntryKind;
}

/** A hand as it stands in the queue. */
export interface QueueEntry extends Hand {
  /** How many hands had been raised in this workshop, this one included: the order of arrival, whatever the clock says. */
  readonly arrival: number;
  /** The chair has put it where it stands. */
  readonly placed?: true;
}

/** A speech that is going on. */
export interface Speech {
  readonly seat: SeatId;
  readonly person: PersonId;
  readonly item: AgendaItemId | null;
  readonly from: Instant;
  /** Absent: no limit. Whole milliseconds. */
  readonly limitMs?: number;
  readonly kind?: EntryKind;
  readonly topic?: string;
  /** The clock stands since then. */
  readonly pausedSince?: Instant;
  /** How long it stood before, in ms. */
  readonly pausedMs?: number;
}

/** A speech that is over, kept for talk times and the draft. */
export interface SpeechRecord extends Speech {
  readonly until: Instant;
}

/** How this workshop's floor works; what of it is not set is as in `initialFloor`. */
export interface FloorRules {
  readonly policy: Policy;
  /** What may be asked for; a contribution always. */
  readonly kinds: readonly EntryKind[];
  /** What comes of a limit: the clock turns red, or the floor ends HARD_END_GRACE_MS later. */
  readonly ending: 'soft' | 'hard';
  /** The next speaker is called when the floor is free, and has it CALL_MS later. */
  readonly callsNext: boolean;
  /** Only who has the floor is heard; chair, co-chairs and interpreters always. */
  readonly coupled: boolean;
  /** Hands stay up when the next item begins. */
  readonly carriesOver: boolean;
  /** Talk times are shown to everyone, not to the desk alone. */
  readonly showsTalkTimes: boolean;
}

export interface FloorState {
  readonly open: boolean;
  /** In the order in which the floor will be given: arrange.ts keeps it so. */
  readonly queue: readonly QueueEntry[];
  readonly holder: Speech | null;
  readonly spoken: readonly SpeechRecord[];
  /** Default limit of a speech; null: none. */
  readonly limitMs: number | null;
  readonly rules: FloorRules;
  /** Hands raised so far. */
  readonly arrivals: number;
  /** Who has been told to be next, and when. */
  readonly called: { readonly seat: SeatId; readonly since: Instant } | null;
  /** Limits for one person; null: no limit. */
  readonly limits: Readonly<Record<PersonId, number | null>>;
  /** What all speeches of an organization's people may last together, in ms. */
  readonly budgets: Readonly<Record<OrganizationId, number>>;
  /** The hand each seat had up last, kept so that lowering it can be undone. */
  readonly lowered: Readonly<Record<SeatId, LoweredHand>>;
}

export interface LoweredHand {
  readonly hand: QueueEntry;
  readonly at: Instant;
  /** `own`: lowered by the person, or gone with the seat. `floor`: because the floor was given. */
  readonly why: 'own' | 'desk' | 'floor';
}

/** "You are next": how long until the floor is given by itself, in ms. */
export const CALL_MS = 5_000;
/** How long after its limit a speech ends where limits are hard, in ms. */
export const HARD_END_GRACE_MS = 10_000;
/** How long a giving can be taken back as if it had not happened, in ms. */
export const UNDO_GIVING_MS = 10_000;

export type FloorCommand =
  | { readonly type: 'floor/raiseHand'; readonly topic?: string; readonly kind?: EntryKind }
  | { readonly type: 'floor/lowerHand' }
  | { readonly type: 'floor/lowerOther'; readonly seat: SeatId }
  | { readonly type: 'floor/lowerAll' }
  /** Raises hands again that the desk has just lowered. */
  | { readonly type: 'floor/putBack'; readonly seats: readonly SeatId[] }
  | { readonly type: 'floor/move'; readonly seat: SeatId; readonly index: number }
  /** Leaves an entry that was moved to the policy again. */
  | { readonly type: 'floor/unplace'; readonly seat: SeatId }
  /** Gives the floor to this seat, queued or not; a holder's speech ends first. */
  | { readonly type: 'floor/give'; readonly seat: SeatId }
  | { readonly type: 'floor/giveNext' }
  /** Takes the last giving back: who had the floor has it, who waited waits. */
  | { readonly type: 'floor/undoGiving' }
  /** Who was called takes the floor at once. */
  | { readonly type: 'floor/answerCall' }
  /** The holder is done. */
  | { readonly type: 'floor/yield' }
  /** The chair ends the holder's speech. */
  | { readonly type: 'floor/takeBack' }
  | { readonly type: 'floor/pauseSpeech' }
  | { readonly type: 'floor/resumeSpeech' }
  | { readonly type: 'floor/addTime'; readonly ms: number }
  /** By the clock, FLOOR_GRACE_MS after the holder's connection was lost. */
  | { readonly type: 'floor/giveUpWaiting'; readonly seat: SeatId }
  /** By the clock: calls who is next, gives who was called the floor, ends a speech that is over its hard limit. */
  | { readonly type: 'floor/callNext' }
  | { readonly type: 'floor/giveCalled' }
  | { readonly type: 'floor/endSpeech' }
  | { readonly type: 'floor/setOpen'; readonly open: boolean }
  | { readonly type: 'floor/setLimit'; readonly limitMs: number | null }
  /** `'default'` takes the person's own limit away. */
  | { readonly type: 'floor/setPersonLimit'; readonly person: PersonId; readonly limitMs: number | null | 'default' }
  | { readonly type: 'floor/setBudget'; readonly organization: OrganizationId; readonly ms: number | null }
  | { readonly type: 'floor/setRules'; readonly rules: Partial<FloorRules> };

export type FloorEvent =
  | { readonly type: 'floor/handRaised'; readonly hand: Hand }
  | { readonly type: 'floor/handLowered'; readonly seat: SeatId }
  | { readonly type: 'floor/handPutBack'; readonly entry: QueueEntry }
  | { readonly type: 'floor/handMoved'; readonly seat: SeatId; readonly index: number }
  | { readonly type: 'floor/handUnplaced'; readonly seat: SeatId }
  | { readonly type: 'floor/given'; readonly speech: Speech }
  /** The speech is struck; `speech` goes on as if it had not been ended. */
  | { readonly type: 'floor/givingUndone'; readonly seat: SeatId; readonly speech: Speech | null }
  | { readonly type: 'floor/ended'; readonly seat: SeatId }
  | { readonly type: 'floor/paused'; readonly seat: SeatId }
  | { readonly type: 'floor/resumed'; readonly seat: SeatId }
  | { readonly type: 'floor/timeAdded'; readonly seat: SeatId; readonly ms: number }
  | { readonly type: 'floor/called'; readonly seat: SeatId | null }
  | { readonly type: 'floor/openSet'; readonly open: boolean }
  | { readonly type: 'floor/limitSet'; readonly limitMs: number | null }
  | { readonly type: 'floor/personLimitSet'; readonly person: PersonId; readonly limitMs: number | null | 'default' }
  | { readonly type: 'floor/budgetSet'; readonly organization: OrganizationId; readonly ms: number | null }
  | { readonly type: 'floor/rulesSet'; readonly rules: Partial<FloorRules> };

export type FloorRefusal =
  | 'floor/closed'
  | 'floor/kindOff'
  | 'floor/alreadyQueued'
  | 'floor/alreadySpeaking'
  | 'floor/notQueued'
  | 'floor/notPlaced'
  | 'floor/queueEmpty'
  | 'floor/notHolder'
  | 'floor/notCalled'
  | 'floor/nobodySpeaks'
  | 'floor/notHere'
  | 'floor/badIndex'
  | 'floor/alreadyPaused'
  | 'floor/notPaused'
  | 'floor/itemPaused'
  | 'floor/noLimit'
  | 'floor/notYet'
  | 'floor/tooLateToUndo';
