/**
 * The words of the workshop's facts on the wire (Socket.IO), by direction. Owns shapes and versions; the schemas that check them stand in
 * schemas.ts. Must not know sockets. Every client message is acknowledged; identity is never in a message.
 */
import type { Refusal } from '../kernel/decider.ts';
import type { CommandId, Instant, SeatId, WorkshopId } from '../kernel/ids.ts';
import type { Entry, WorkshopCommand, WorkshopRefusalCode, WorkshopState } from '../workshop/workshop.ts';

/** Raised when an older client can no longer talk to this server; such a client is told `reload`. */
export const PROTOCOL_VERSION = 1;

/** Passing signs of those in the room; they are told, and kept nowhere. */
export const REACTIONS = ['applause', 'agree', 'thanks', 'laugh', 'idea'] as const;
export type Reaction = (typeof REACTIONS)[number];

/** How a person's line carries, over the last seconds: told to the desk, and kept nowhere. */
export interface LineQuality {
  /** 0 to 1 of all packets, both ways. */
  readonly loss: number;
  /** Milliseconds there and back; null while unknown. */
  readonly roundTrip: number | null;
  /** How often a picture stood still. */
  readonly freezes: number;
}

/** Why a connection was not made or was ended; stable words, shown in the user's language. */
export type ProtocolErrorCode =
  | 'protocol/badTicket'
  | 'protocol/reload'
  | 'protocol/malformed'
  | 'protocol/tooFast'
  | 'protocol/tooLarge'
  | 'protocol/removed'
  | 'protocol/notSeated'
  /** The same seat was opened in another tab, which holds it now. */
  | 'protocol/elsewhere'
  | 'protocol/unavailable'
  | 'protocol/fault';

export interface ProtocolError {
  readonly code: ProtocolErrorCode;
  /** For `malformed`: where in the message, as a path. Never a stack, never another's data. */
  readonly detail?: string;
}

/** The whole of what this viewer may see, and from where on entries follow. */
export interface Snapshot {
  readonly seq: number;
  readonly view: WorkshopState;
}

export interface Welcome extends Snapshot {
  readonly protocol: number;
  /** Changes with each start of the server: media must be rebuilt when it does. */
  readonly epoch: string;
  readonly serverTime: Instant;
  readonly workshop: WorkshopId;
  readonly seat: SeatId;
}

export type CommandReply =
  | { readonly ok: true; readonly seq: number; readonly at: Instant }
  | { readonly ok: false; readonly refusal: Refusal<WorkshopRefusalCode> }
  | { readonly ok: false; readonly error: ProtocolError };

export type CatchUpReply =
  | { readonly ok: true; readonly entries: readonly Entry[]; readonly serverTime: Instant }
  | { readonly ok: true; readonly snapshot: Snapshot; readonly serverTime: Instant }
  | { readonly ok: false; readonly error: ProtocolError };

export interface WorkshopClientToServer {
  'workshop:command': (
    message: { readonly id: CommandId; readonly command: WorkshopCommand },
    reply: (r: CommandReply) => void,
  ) => void;
  /** Asks for everything after `since`; answered with entries, or with a snapshot where that is shorter or the view has changed. */
  'workshop:catchUp': (message: { readonly since: number }, reply: (r: CatchUpReply) => void) => void;
  /** A passing sign; false where too many come at once or the role may not. */
  'workshop:react': (message: { readonly reaction: Reaction }, reply: (r: { readonly ok: boolean }) => void) => void;
  /** How one's own line carries; false where it comes too often. */
  'workshop:line': (message: LineQuality, reply: (r: { readonly ok: boolean }) => void) => void;
  /** Leaves the workshop for good, as a fact; a closed tab is only a lost connection. */
  'workshop:leave': (message: Record<string, never>, reply: (r: { readonly ok: boolean }) => void) => void;
}

export interface WorkshopServerToClient {
  'workshop:welcome': (message: Welcome) => void;
  'workshop:entry': (message: { readonly entry: Entry; readonly serverTime: Instant }) => void;
  /** Replaces the view: sent instead of an entry when what this viewer may see has changed (admitted, promoted, demoted). */
  'workshop:snapshot': (message: Snapshot & { readonly serverTime: Instant }) => void;
  /** The words of a line of the chat, to those who see the line; whoever misses them asks for them over HTTP. */
  'workshop:words': (message: { readonly line: CommandId; readonly text: string }) => void;
  'workshop:reacted': (message: { readonly seat: SeatId; readonly reaction: Reaction }) => void;
  /** To the desk alone: how somebody's line carries. */
  'workshop:lineOf': (message: { readonly seat: SeatId; readonly quality: LineQuality }) => void;
  /** The last word before the server closes the connection. */
  'workshop:goodbye': (message: ProtocolError) => void;
}
