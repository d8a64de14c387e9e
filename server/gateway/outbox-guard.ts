/**
 * Cuts a client that reads nothing, before what waits for it fills the memory. Owns the measure: bytes between their making and their
 * hand-over to the system. The client comes back by itself and gets a snapshot.
 */
import type { PlenarySocket } from './socket-types.ts';

const sizeOf = (content: unknown): number =>
  typeof content === 'string' ? content.length : content instanceof Uint8Array ? content.byteLength : 0;

export const guardOutbox = (socket: PlenarySocket, limit: number, cut: () => void): void => {
  let waiting = 0;
  // While the socket is full the engine hands nothing over, so nothing resets the count.
  socket.conn.on('packetCreate', ({ data: content }: { readonly data?: unknown }) => {
    waiting += sizeOf(content);
    if (waiting <= limit) return;
    cut();
    socket.conn.close(true);
    // Who reads nothing does not hear the closing either: without this it would be waited for, with all that it holds.
    socket.conn.request.socket.destroy();
  });
  socket.conn.on('flush', () => void (waiting = 0));
};
