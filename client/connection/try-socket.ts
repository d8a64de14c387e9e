/**
 * Whether a WebSocket to the server opens and speaks. Owns one short-lived connection that asks nothing and is nobody's; the server's engine
 * greets everybody with one packet.
 */
export const trySocket = (patienceMs: number): Promise<boolean> =>
  new Promise((resolve) => {
    const url = new URL('/socket.io/?EIO=4&transport=websocket', location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(url);
    const tell = (works: boolean): void => {
      clearTimeout(timer);
      socket.close();
      resolve(works);
    };
    const timer = setTimeout(() => tell(false), patienceMs);
    socket.addEventListener('message', () => tell(true));
    socket.addEventListener('error', () => tell(false));
    socket.addEventListener('close', () => tell(false));
  });
