/**
 * The connection of one seat to its workshop, as the rest of the client sees it. Owns the interface; socket-connection.ts implements it on
 * socket.io-client. Must not know the workshop's rules nor the screen.
 */
import type { CommandId, Instant, SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { MediaMethod, MediaNotice, MediaReply, MediaRequests } from '../../shared/protocol/media-messages.ts';
import type {
  CatchUpReply,
  CommandReply,
  LineQuality,
  ProtocolError,
  Reaction,
  Snapshot,
  Welcome,
} from '../../shared/protocol/workshop-messages.ts';
import type { Entry, WorkshopCommand } from '../../shared/workshop/workshop.ts';
import type { Readable } from './signals.ts';

/** `ended`: the server said goodbye for good, with the reason. `waiting`: between two tries, until `retryAt` (performance clock, ms). */
export type ConnectionState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'up'; readonly epoch: string }
  | { readonly kind: 'waiting'; readonly attempt: number; readonly retryAt: number }
  | { readonly kind: 'offline' }
  | { readonly kind: 'ended'; readonly error: ProtocolError };

export interface ConnectionListener {
  welcome?(welcome: Welcome): void;
  entry?(entry: Entry, serverTime: Instant): void;
  snapshot?(snapshot: Snapshot, serverTime: Instant): void;
  words?(line: CommandId, text: string): void;
  reacted?(seat: SeatId, reaction: Reaction): void;
  /** At the desk: how somebody's line carries. */
  line?(seat: SeatId, quality: LineQuality): void;
  mediaNotice?(notice: MediaNotice): void;
}

export interface Connection {
  readonly workshop: WorkshopId;
  readonly seat: SeatId;
  readonly state$: Readable<ConnectionState>;
  listen(listener: ConnectionListener): () => void;
  /** Rejects only when the connection breaks before the answer; the caller sends the same id again after the next welcome. */
  command(id: CommandId, command: WorkshopCommand): Promise<CommandReply>;
  /** False when it was too much at once; a sign that did not get through is not sent again. */
  react(reaction: Reaction): Promise<boolean>;
  /** How one's own line carries; one word more or less does not matter, so nothing is answered. */
  reportLine(quality: LineQuality): void;
  catchUp(since: number): Promise<CatchUpReply>;
  media<M extends MediaMethod>(method: M, ask: MediaRequests[M]['ask']): Promise<MediaReply<M>>;
  /** A short-lived ticket for the notes connection, renewed before each try. */
  notesTicket(): Promise<string>;
  /** The Authorization header's value for this seat's HTTP requests (`Bearer …`). */
  authorization(): string;
  leave(): Promise<void>;
  close(): void;
}
