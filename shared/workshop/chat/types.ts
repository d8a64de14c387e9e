/**
 * The chat: who said something to whom and when, and what was deleted. The words are not here: the log is kept for ever, words must be
 * erasable, so they stand in a table of the server under the line's id. Owns the shapes.
 */
import type { CommandId, Instant, SeatId } from '../../kernel/ids.ts';

/** `desk`: chair and co-chairs. `seat`: one person, where the workshop allows it. */
export type ChatAudience =
  { readonly kind: 'all' } | { readonly kind: 'desk' } | { readonly kind: 'seat'; readonly seat: SeatId };

/** Who deletes what: the author the own line, the desk any that it can see. */
export type ChatDeleter = 'author' | 'desk';

export interface ChatLine {
  /** The command that said it. */
  readonly id: CommandId;
  readonly seat: SeatId;
  readonly at: Instant;
  readonly to: ChatAudience;
  readonly deleted?: ChatDeleter;
}

export interface ChatRules {
  /** False: only the desk speaks to all; everybody still reaches the desk. */
  readonly open: boolean;
  /** Whether two people may write to each other alone. */
  readonly between: boolean;
}

export interface ChatState {
  readonly rules: ChatRules;
  /** All of them, oldest first: a view must be what its own entries make of it, so nothing falls off the end. */
  readonly lines: readonly ChatLine[];
}

/** How many lines a workshop's chat takes: each newcomer is sent all of their ids. */
export const CHAT_LINES = 3000;
/** One seat says so many lines in so many ms. */
export const CHAT_BURST = 5;
export const CHAT_WINDOW_MS = 10_000;
/** The longest line, in characters. */
export const CHAT_TEXT = 2000;

export type ChatCommand =
  | { readonly type: 'chat/say'; readonly to: ChatAudience; readonly text: string }
  | { readonly type: 'chat/delete'; readonly line: CommandId }
  | { readonly type: 'chat/setRules'; readonly rules: Partial<ChatRules> };

/** Each says by itself whose line it is and to whom it was said: who may read the event must not depend on when it is read. */
export type ChatEvent =
  | { readonly type: 'chat/said'; readonly seat: SeatId; readonly to: ChatAudience }
  | {
      readonly type: 'chat/deleted';
      readonly line: CommandId;
      readonly seat: SeatId;
      readonly to: ChatAudience;
      readonly by: ChatDeleter;
    }
  | { readonly type: 'chat/rulesSet'; readonly rules: Partial<ChatRules> };

export type ChatRefusal =
  | 'chat/closed'
  | 'chat/notBetween'
  | 'chat/unknownSeat'
  | 'chat/yourself'
  | 'chat/tooFast'
  | 'chat/full'
  | 'chat/unknownLine'
  | 'chat/notYours';
