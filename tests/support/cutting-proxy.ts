// A line that can be cut: TCP from here to a server, broken off in the middle of whatever is under way, both ways at once and without a goodbye.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface CuttingProxy {
  readonly url: string;
  /** Breaks every line off; answers how many there were. */
  cut(): number;
  close(): Promise<void>;
}

export const cuttingProxy = async (to: string): Promise<CuttingProxy> => {
  const { hostname, port } = new URL(to);
  const lines = new Set<readonly [Socket, Socket]>();
  const proxy = createServer((near) => {
    const far = connect(Number(port), hostname);
    const line = [near, far] as const;
    lines.add(line);
    for (const [one, other] of [line, [far, near] as const]) {
      one.on('error', () => other.destroy());
      one.on('close', () => {
        lines.delete(line);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    cut() {
      const { size } = lines;
      for (const line of lines) for (const end of line) end.resetAndDestroy();
      return size;
    },
    async close() {
      for (const line of lines) for (const end of line) end.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
};
