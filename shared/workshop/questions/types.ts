/** Questions of the room. Owns the shapes. Votes are open: the room sees a number, the log who; who asked may be in neither. */
import type { AgendaItemId, CommandId, Instant, PersonId, SeatId } from '../../kernel/ids.ts';

export type QuestionAnswer =
  /** Said in the workshop; null where nobody in particular answered. */
  { readonly kind: 'live'; readonly person: PersonId | null } | { readonly kind: 'written'; readonly text: string };

/** What has become of a question. `merged`: it lives on in another one. */
export type QuestionStanding =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'answered';
      readonly answer: QuestionAnswer;
      readonly by: SeatId | null;
      readonly at: Instant;
    }
  | { readonly kind: 'dismissed'; readonly reason: string }
  /** `order` counts merges; `text`: the wording chosen for both. */
  | { readonly kind: 'merged'; readonly into: CommandId; readonly order: number; readonly text?: string };

/** Its id is the command that asked it. */
export interface Question {
  readonly id: CommandId;
  readonly item: AgendaItemId | null;
  readonly text: string;
  readonly at: Instant;
  /** Null: asked without a name, and then the log holds none. */
  readonly asker: { readonly seat: SeatId; readonly person: PersonId } | null;
  /** SHA-256 of a token that only the asker's browser holds: who shows the token may withdraw. Only where there is no asker. */
  readonly seal?: string;
  /** Who voted for it itself, each once; for what was merged into it too, see selectors.ts. */
  readonly votes: readonly SeatId[];
  readonly standing: QuestionStanding;
  readonly highlighted?: true;
  /** It stands in the queue, or was put there: whose hand that is. */
  readonly promoted?: { readonly seat: SeatId; readonly hand: CommandId };
}

export interface QuestionRules {
  /** New ones are taken. */
  readonly open: boolean;
  /** One may ask without one's name. */
  readonly anonymous: boolean;
}

export interface QuestionsState {
  readonly rules: QuestionRules;
  readonly questions: Readonly<Record<CommandId, Question>>;
  /** Merges so far. */
  readonly merges: number;
}

export const QUESTIONS_LIMIT = 500;

export type QuestionsCommand =
  /** With a seal: without the asker's name. */
  | {
      readonly type: 'questions/ask';
      readonly item: AgendaItemId | null;
      readonly text: string;
      readonly seal?: string;
    }
  | { readonly type: 'questions/withdraw'; readonly question: CommandId; readonly token?: string }
  | { readonly type: 'questions/vote'; readonly question: CommandId }
  | { readonly type: 'questions/takeBackVote'; readonly question: CommandId }
  /** `text`: the wording for both, else that of `into` is kept. */
  | {
      readonly type: 'questions/merge';
      readonly into: CommandId;
      readonly from: readonly CommandId[];
      readonly text?: string;
    }
  | { readonly type: 'questions/unmerge'; readonly questions: readonly CommandId[] }
  | { readonly type: 'questions/answer'; readonly question: CommandId; readonly answer: QuestionAnswer }
  | { readonly type: 'questions/dismiss'; readonly question: CommandId; readonly reason: string }
  /** What was answered or dismissed is open again. */
  | { readonly type: 'questions/reopen'; readonly question: CommandId }
  | { readonly type: 'questions/highlight'; readonly question: CommandId; readonly on: boolean }
  /** To the queue: the asker's hand, or that of whoever moderates and will read it out. */
  | { readonly type: 'questions/promote'; readonly question: CommandId; readonly as: 'asker' | 'moderator' }
  | { readonly type: 'questions/unpromote'; readonly question: CommandId }
  | { readonly type: 'questions/setRules'; readonly rules: Partial<QuestionRules> };

export type QuestionsEvent =
  | {
      readonly type: 'questions/asked';
      readonly question: Pick<Question, 'id' | 'item' | 'text' | 'asker'> & { readonly seal?: string };
    }
  | { readonly type: 'questions/withdrawn'; readonly question: CommandId }
  | { readonly type: 'questions/voted'; readonly question: CommandId; readonly seat: SeatId }
  | { readonly type: 'questions/voteTakenBack'; readonly question: CommandId; readonly seat: SeatId }
  | {
      readonly type: 'questions/merged';
      readonly into: CommandId;
      readonly from: readonly CommandId[];
      readonly text?: string;
    }
  | { readonly type: 'questions/unmerged'; readonly questions: readonly CommandId[] }
  | { readonly type: 'questions/answered'; readonly question: CommandId; readonly answer: QuestionAnswer }
  | { readonly type: 'questions/dismissed'; readonly question: CommandId; readonly reason: string }
  | { readonly type: 'questions/reopened'; readonly question: CommandId }
  | { readonly type: 'questions/highlightSet'; readonly question: CommandId; readonly on: boolean }
  | {
      readonly type: 'questions/promoted';
      readonly question: CommandId;
      readonly seat: SeatId;
      readonly hand: CommandId;
    }
  | { readonly type: 'questions/unpromoted'; readonly question: CommandId }
  | { readonly type: 'questions/rulesSet'; readonly rules: Partial<QuestionRules> };

export type QuestionsRefusal =
  | 'questions/closed'
  | 'questions/notAnonymous'
  | 'questions/full'
  | 'questions/unknown'
  | 'questions/notOpen'
  | 'questions/notYours'
  | 'questions/alreadyVoted'
  | 'questions/notVoted'
  | 'questions/sameQuestion'
  | 'questions/notMerged'
  | 'questions/noAsker'
  | 'questions/notPromoted';
