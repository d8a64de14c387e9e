/**
 * Counts packets that the engine lets pass without a word though no client of ours sends them: acknowledgements nobody asked for, and
 * the engine's own kinds that only a server sends.
 */
import type { Counters } from '../counters.ts';
import type { PlenarySocket } from './socket-types.ts';

const STRAY_KINDS: ReadonlySet<string> = new Set(['open', 'close', 'upgrade', 'noop']);
/** Socket.IO's ACK and BINARY_ACK; this server never asks for one. */
const ACKNOWLEDGEMENT = /^[36]/;

export const countStrayPackets = (socket: PlenarySocket, counters: Counters): void => {
  socket.conn.on('packet', ({ type, data: content }: { readonly type: string; readonly data?: unknown }) => {
    const isAnswer = type === 'message' && typeof content === 'string' && ACKNOWLEDGEMENT.test(content);
    if (isAnswer || STRAY_KINDS.has(type)) counters.count('protocol.malformed');
  });
};
