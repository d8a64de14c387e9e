/** A WebSocket that counts the update frames it sends, so that the server's "saved" can be compared with them exactly. Knows nothing else. */
export type SocketClass = typeof globalThis.WebSocket;

/** y-websocket's frames that change the document: sync step 2 `[0, 1, …]` and update `[0, 2, …]`. */
const changes = (frame: unknown): boolean =>
  frame instanceof Uint8Array && frame[0] === 0 && (frame[1] === 1 || frame[1] === 2);

export const countingSocket = (base: SocketClass, sent: () => void): SocketClass =>
  class extends base {
    override send(frame: Parameters<WebSocket['send']>[0]): void {
      if (changes(frame)) sent();
      super.send(frame);
    }
  };
