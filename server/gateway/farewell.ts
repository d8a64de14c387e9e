/** The last word before a connection is closed by us. Owns telling a close that we meant from one that a broken frame brought about. */
import type { ProtocolError } from '../../shared/protocol/workshop-messages.ts';
import type { PlenarySocket } from './socket-types.ts';

const meant = new WeakSet<object>();

export const farewell = (socket: PlenarySocket, error: ProtocolError): void => {
  meant.add(socket.conn);
  socket.emit('workshop:goodbye', error);
  socket.disconnect(true);
};

export const wasMeant = (connection: object): boolean => meant.has(connection);

export const meanIt = (connection: object): void => void meant.add(connection);
