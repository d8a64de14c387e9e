// Carries UDP between browsers and one port of the server, as a network would: shut, lossy, narrow. Chance is seeded, so that a run repeats.
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';

export interface UdpWeather {
  /** False: nothing passes, and nobody is told, as behind most firewalls. */
  open: boolean;
  /** Who passes though it is shut: by the port that the packet comes from. */
  admits?: (port: number) => boolean;
  /** 0 to 1 of all packets, each way. */
  loss?: number;
  /** What fits through, each way, for each flow; what waits longer than QUEUE_MS is dropped. */
  bitsPerSecond?: number;
}

export interface UdpPath {
  readonly port: number;
  close(): void;
}

const QUEUE_MS = 300;
/** IP and UDP headers, in bytes. */
const HEADERS = 28;

const seeded = (seed: number) => (): number => {
  // mulberry32
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};

/** One direction of one flow. */
const shaped = (weather: UdpWeather, chance: () => number, carry: (packet: Buffer) => void) => {
  let freeAt = 0;
  return (packet: Buffer, from: number): void => {
    if (!weather.open && weather.admits?.(from) !== true) return;
    if (chance() < (weather.loss ?? 0)) return;
    if (weather.bitsPerSecond === undefined) return carry(packet);
    const now = performance.now();
    const begins = Math.max(now, freeAt);
    if (begins - now > QUEUE_MS) return;
    freeAt = begins + ((packet.length + HEADERS) * 8 * 1000) / weather.bitsPerSecond;
    setTimeout(carry, freeAt - now, packet);
  };
};

export const openUdpPath = async (target: number, weather: UdpWeather): Promise<UdpPath> => {
  const front = createSocket('udp4');
  const flows = new Map<string, { readonly back: Socket; readonly up: (packet: Buffer, from: number) => void }>();
  const chance = seeded(target);
  let closed = false;

  const openFlow = (key: string, { address, port: client }: RemoteInfo) => {
    const back = createSocket('udp4');
    const ready = once(back.bind(0, '127.0.0.1'), 'listening');
    const down = shaped(weather, chance, (packet) => closed || front.send(packet, client, address));
    back.on('message', (packet) => down(packet, client));
    back.on('error', () => undefined);
    const up = shaped(weather, chance, (packet) => {
      void ready.then(() => closed || back.send(packet, target, '127.0.0.1'));
    });
    const flow = { back, up };
    flows.set(key, flow);
    return flow;
  };

  // A browser sends from any of the machine's addresses, and hears answers only there.
  front.on('message', (packet, from) => {
    const key = `${from.address}:${from.port}`;
    (flows.get(key) ?? openFlow(key, from)).up(packet, from.port);
  });
  front.on('error', () => undefined);
  await once(front.bind(0, '127.0.0.1'), 'listening');
  const { port } = front.address();
  return {
    port,
    close() {
      closed = true;
      front.close();
      for (const { back } of flows.values()) back.close();
    },
  };
};
