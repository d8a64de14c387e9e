/**
 * The one router of WebSocket upgrades: Socket.IO answers its own path, the notes theirs, everything else is shown the door.
 * Socket.IO must be attached with `destroyUpgrade: false`, or it would end the notes' sockets after a second.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { NOTES_PATH } from '../../shared/protocol/notes-messages.ts';
import type { Counters } from '../counters.ts';
import { isOwnOrigin } from './origin.ts';

export const SOCKET_PATH = '/socket.io';

export interface UpgradeRoutes {
  readonly publicUrl: string | null;
  readonly counters: Counters;
  notes(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

const end = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** The answer cuts whatever is still open: connections that did not hear the goodbye would hold up the end. */
export const routeUpgrades = (server: Server, { publicUrl, counters, notes }: UpgradeRoutes): (() => void) => {
  const open = new Set<Duplex>();
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    const path = request.url ?? '';
    if (path.startsWith(`${SOCKET_PATH}/`)) return;
    // A socket that breaks before anybody listens would end the process.
    socket.on('error', () => socket.destroy());
    if (!path.startsWith(`${NOTES_PATH}/`)) {
      counters.count('protocol.malformed');
      return end(socket, '404 Not Found');
    }
    if (!isOwnOrigin(request, publicUrl)) {
      counters.count('protocol.foreignOrigin');
      return end(socket, '403 Forbidden');
    }
    notes(request, socket, head);
  });
  return () => {
    for (const socket of open) socket.destroy();
  };
};
