/**
 * The words of the notes connection (y-websocket): where it is, what its message types mean, why it closes. Must not know Yjs.
 * Address: <base>/notes/<workshopId>/board?ticket=…  (a ticket with audience `notes`).
 * Types 0–3 are y-websocket's (sync, awareness, auth, queryAwareness).
 */
import type { SeatId } from '../kernel/ids.ts';

export const NOTES_PATH = '/notes';

/**
 * Server → author: everything up to this state vector is durably stored. Payload: var-uint8-array, a Yjs state vector; then var-uint, how many
 * update frames (sync step 2 and update) of this connection that covers. The count is needed because a deletion moves no state vector.
 */
export const MESSAGE_SAVED = 4;
/** Server → client: whether this seat may write now. Payload: var-string, JSON of NotesStanding. */
export const MESSAGE_STANDING = 5;

/**
 * Server → everyone: who wrote. Payload: var-string, JSON of NotesAuthors: which seat each Yjs client belongs to, as the server has bound them; at
 * first all, later those that came. Whoever holds the document can tell from it whose each word is.
 */
export const MESSAGE_AUTHORS = 6;

export type NotesAuthors = Readonly<Record<string, SeatId>>;

/**
 * Which kinds of blocks a build understands; one more with every new kind of block or field. An editor throws away what it does not understand, so a
 * page of an older build must not open a board that newer ones write on: it is told the server's number, and asks to be loaded anew.
 */
export const NOTES_SCHEMA = 1;

export interface NotesStanding {
  readonly mayWrite: boolean;
  /** The server's NOTES_SCHEMA. */
  readonly schema?: number;
  /** Set when an update was refused: why, as a stable word. */
  readonly refused?: 'notes/readOnly' | 'notes/tooLarge' | 'notes/tooFast' | 'notes/malformed' | 'notes/notStored';
}

/** 4400–4499 end the provider's own reconnecting (y-websocket 3.1); the client renews its ticket and decides itself. */
export const NOTES_CLOSE = {
  malformed: 4400,
  badTicket: 4401,
  removed: 4403,
  unknownDocument: 4404,
  tooLarge: 4413,
  tooFast: 4429,
  unavailable: 4450,
} as const;

/** The largest single update, in bytes of its encoding; the client refuses a larger paste before it is sent. */
export const NOTES_UPDATE_LIMIT = 256 * 1024;
