/**
 * Where the minutes are: a draft, in review, or approved. Owns the shapes. While approved the board takes no more writing, so that what was
 * approved is what stands there.
 */
import type { AgendaItemId, CommandId, Instant, PersonId, SeatId } from '../../kernel/ids.ts';

export type CorrectionAnswer = 'accepted' | 'declined';

/** What somebody who attended says is wrong. Its id is the command that proposed it. */
export interface Correction {
  readonly id: CommandId;
  readonly by: SeatId;
  readonly person: PersonId;
  /** The item it is about; null: the minutes as a whole. */
  readonly item: AgendaItemId | null;
  /** What stands there wrongly and what should; at most 1,000 characters. */
  readonly text: string;
  readonly at: Instant;
  readonly answer: { readonly given: CorrectionAnswer; readonly by: SeatId | null; readonly at: Instant } | null;
}

export type MinutesStanding =
  | { readonly phase: 'draft' }
  | { readonly phase: 'review'; readonly since: Instant }
  /** `by` is null when the installation itself approved (an import). */
  | { readonly phase: 'approved'; readonly at: Instant; readonly by: SeatId | null };

export interface MinutesState {
  readonly standing: MinutesStanding;
  /** In the order in which they were proposed. */
  readonly corrections: readonly Correction[];
}

export type MinutesCommand =
  | { readonly type: 'minutes/openReview' }
  | { readonly type: 'minutes/propose'; readonly item: AgendaItemId | null; readonly text: string }
  | { readonly type: 'minutes/answer'; readonly correction: CommandId; readonly answer: CorrectionAnswer }
  | { readonly type: 'minutes/approve' }
  /** Back to review: approved minutes that turn out wrong, by the chair. */
  | { readonly type: 'minutes/takeUpAgain' };

export type MinutesEvent =
  | { readonly type: 'minutes/reviewOpened' }
  | { readonly type: 'minutes/proposed'; readonly correction: Omit<Correction, 'at' | 'answer'> }
  | { readonly type: 'minutes/answered'; readonly correction: CommandId; readonly answer: CorrectionAnswer }
  | { readonly type: 'minutes/approved' }
  | { readonly type: 'minutes/takenUpAgain' };

export type MinutesRefusal =
  | 'minutes/notEnded'
  | 'minutes/notInReview'
  | 'minutes/inReviewAlready'
  | 'minutes/notApproved'
  | 'minutes/didNotAttend'
  | 'minutes/tooManyCorrections'
  | 'minutes/unknownCorrection'
  | 'minutes/correctionsOpen';

export const CORRECTIONS_LIMIT = 500;
