/** What the notes gateway asks of its surroundings, and its limits. Owns the shapes and defaults only; app.ts joins them with the adapters. */
import type { SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import { NOTES_UPDATE_LIMIT } from '../../shared/protocol/notes-messages.ts';
import type { Clock, NotesRules, ProseStore } from '../ports.ts';
import type { BoardHistoryStore } from '../ports/board-history.ts';

/** What is counted: one of each per occurrence. */
export type NotesCount =
  | 'notes.opened'
  | 'notes.refusedTicket'
  | 'notes.malformed'
  | 'notes.tooLarge'
  | 'notes.tooFast'
  | 'notes.readOnlyRefused'
  | 'notes.spoofedPresence'
  | 'notes.foreignClient'
  | 'notes.slowReader'
  | 'notes.storeFailed'
  | 'notes.quarantined';

export interface NotesLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface NotesOptions {
  readonly prose: ProseStore;
  readonly history: BoardHistoryStore;
  /** Redeems a ticket of audience `notes`: once only; null when it is forged, expired, used before or meant for another door. */
  readonly redeem: (ticket: string) => Promise<{ readonly workshop: WorkshopId; readonly seat: SeatId } | null>;
  /** Null: no such workshop. */
  readonly rulesFor: (workshop: WorkshopId) => Promise<NotesRules | null>;
  readonly clock: Clock;
  readonly count: (what: NotesCount) => void;
  /** Somebody was refused something; of one connection each kind once. A ticket that opens nothing has no holder. */
  readonly refused?: (
    what: NotesCount,
    holder: { readonly workshop: WorkshopId; readonly seat: SeatId } | null,
  ) => void;
  readonly log: NotesLog;
  readonly limits?: Partial<NotesLimits>;
}

export interface NotesLimits {
  /** Bytes of one update while typing. */
  readonly update: number;
  /** Bytes of what a client brings on (re)connecting, offline edits among it; also the largest frame at all. */
  readonly resync: number;
  /** Bytes of one presence message. */
  readonly presence: number;
  /** Frames a second in the long run, and how many may come at once. */
  readonly framesPerSecond: number;
  readonly frameBurst: number;
  readonly bytesPerSecond: number;
  readonly byteBurst: number;
  readonly connectionsPerSeat: number;
  readonly connectionsPerDocument: number;
  /** Yjs clients one connection may speak for: a page keeps one, a resync after reconnecting may carry earlier ones. */
  readonly clientsPerConnection: number;
  /** Frames and bytes kept while the document loads. */
  readonly waitingFrames: number;
  /** Unread bytes after which a client that reads nothing is cut. */
  readonly unread: number;
  /** Updates after which the log is folded into a snapshot. */
  readonly compactAfter: number;
  /** How long a document without readers stays in memory, ms. */
  readonly linger: number;
  /** Bytes that wait for a failing store before writing is refused altogether. */
  readonly unstored: number;
  /** First and longest wait between two tries of a failing store, ms. */
  readonly retryFirst: number;
  readonly retryLongest: number;
}

export const NOTES_LIMITS: NotesLimits = {
  update: NOTES_UPDATE_LIMIT,
  resync: 4 * 1024 * 1024,
  presence: 4 * 1024,
  framesPerSecond: 400,
  frameBurst: 4_000,
  bytesPerSecond: 512 * 1024,
  byteBurst: 8 * 1024 * 1024,
  connectionsPerSeat: 6,
  connectionsPerDocument: 1_000,
  clientsPerConnection: 16,
  waitingFrames: 1_000,
  unread: 4 * 1024 * 1024,
  compactAfter: 500,
  linger: 30_000,
  unstored: 32 * 1024 * 1024,
  retryFirst: 250,
  retryLongest: 5_000,
};
