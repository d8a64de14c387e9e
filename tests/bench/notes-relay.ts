// The floor under every notes server: a bare WebSocket that hands each frame to everyone else, keeping nothing. A process of its own, as is the gateway's.
import { WebSocketServer } from 'ws';
import type { AddressInfo } from 'node:net';

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
server.on('connection', (socket) => {
  // y-websocket waits for a first sync: an empty document's answer.
  socket.on('message', (body: Buffer) => {
    if (body[0] === 0 && body[1] === 0) return socket.send(Uint8Array.of(0, 1, 2, 0, 0));
    for (const other of server.clients) if (other !== socket) other.send(body);
  });
});
server.once('listening', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.once('disconnect', () => process.exit(0));
