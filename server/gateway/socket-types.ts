/** Our Socket.IO server and socket, typed by the messages of the protocol. Types only. */
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { MediaClientToServer, MediaServerToClient } from '../../shared/protocol/media-messages.ts';
import type { WorkshopClientToServer, WorkshopServerToClient } from '../../shared/protocol/workshop-messages.ts';
import type { RunningWorkshop } from '../workshops/registry.ts';

/** Who holds this connection: from the ticket, never from a message. */
export interface Holder {
  readonly workshop: WorkshopId;
  readonly seat: SeatId;
  /** The tab that it comes from, by its own word: it only tells apart the connections of one seat. */
  readonly tab: string;
  readonly running: RunningWorkshop;
}

export type ClientToServer = WorkshopClientToServer & MediaClientToServer;
export type ServerToClient = WorkshopServerToClient & MediaServerToClient;
export type PlenarySocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, { holder?: Holder }>;
export type PlenaryIo = Server<ClientToServer, ServerToClient, DefaultEventsMap, { holder?: Holder }>;
