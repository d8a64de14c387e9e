// Carries TCP to one port of the server. While it is shut, new connections hang and those that stand carry nothing, as when a cable is out.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface TcpPath {
  readonly port: number;
  shut(): void;
  reopen(): void;
  close(): void;
}

export const openTcpPath = async (target: number, isOpen = true): Promise<TcpPath> => {
  const pairs = new Set<readonly [Socket, Socket]>();
  let open = isOpen;
  /** Connections that came while it was shut; reached through when it opens. */
  let held: Socket[] = [];

  const join = (near: Socket): void => {
    const far = connect(target, '127.0.0.1');
    const pair = [near, far] as const;
    pairs.add(pair);
    near.setNoDelay(true);
    far.setNoDelay(true);
    near.pipe(far);
    far.pipe(near);
    for (const [one, other] of [pair, [far, near]] as const) {
      one.on('error', () => undefined);
      one.on('close', () => {
        pairs.delete(pair);
        other.destroy();
      });
    }
  };

  const server = createServer((near) => {
    if (open) return join(near);
    near.on('error', () => undefined);
    held.push(near);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');

  return {
    port: (server.address() as AddressInfo).port,
    shut() {
      open = false;
      for (const [near, far] of pairs) {
        near.unpipe(far).pause();
        far.unpipe(near).pause();
      }
    },
    reopen() {
      open = true;
      for (const [near, far] of pairs) {
        near.pipe(far);
        far.pipe(near);
      }
      const waiting = held;
      held = [];
      for (const near of waiting) if (!near.destroyed) join(near);
    },
    close() {
      server.close();
      for (const [near, far] of pairs) {
        near.destroy();
        far.destroy();
      }
      for (const near of held) near.destroy();
    },
  };
};
