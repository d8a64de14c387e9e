// A media plane whose ports are reached through paths that a test can shut, make lossy or narrow. Only the announced candidates are changed.
import type { MediaPlane, MediaSeat } from '../../../server/ports.ts';
import type { MediaJson } from '../../../shared/protocol/media-messages.ts';
import { openTcpPath, type TcpPath } from './tcp-path.ts';
import { openUdpPath, type UdpPath, type UdpWeather } from './udp-path.ts';

export interface Weather {
  readonly udp: UdpWeather;
  readonly tcp: { readonly open: boolean };
}

export interface PlaneThrough extends MediaPlane {
  /** Cuts TCP or lets it through again; UDP hears of it by its weather. */
  cutTcp(isCut: boolean): void;
}

/** `atEnd` is told how to close the paths: a test's `onTestFinished`, or a bench's own list. */
export const planeThrough = (
  plane: MediaPlane,
  weather: Weather,
  atEnd: (close: () => Promise<void>) => void,
): PlaneThrough => {
  const udp = new Map<number, Promise<UdpPath>>();
  const tcp = new Map<number, Promise<TcpPath>>();
  let tcpOpen = weather.tcp.open;

  const kept = <Path>(paths: Map<number, Promise<Path>>, port: number, open: () => Promise<Path>): Promise<Path> => {
    const known = paths.get(port) ?? open();
    paths.set(port, known);
    return known;
  };

  const rerouted = async (candidate: MediaJson): Promise<MediaJson> => {
    const port = Number(candidate['port']);
    const path = await (candidate['protocol'] === 'udp'
      ? kept(udp, port, () => openUdpPath(port, weather.udp))
      : kept(tcp, port, () => openTcpPath(port, tcpOpen)));
    return { ...candidate, port: path.port };
  };

  const throughPaths = (seat: MediaSeat): MediaSeat => ({
    ...seat,
    async request(method, ask) {
      const reply = await seat.request(method, ask);
      if (!reply.ok || !('iceCandidates' in reply.answer)) return reply;
      const iceCandidates = await Promise.all(reply.answer.iceCandidates.map(rerouted));
      return { ...reply, answer: { ...reply.answer, iceCandidates } };
    },
  });

  atEnd(async () => {
    for (const path of await Promise.all([...udp.values(), ...tcp.values()])) path.close();
  });

  return {
    ...plane,
    async open(workshop, rules) {
      const room = await plane.open(workshop, rules);
      return { ...room, seat: (id, notify) => throughPaths(room.seat(id, notify)) };
    },
    cutTcp(isCut) {
      tcpOpen = !isCut;
      for (const path of tcp.values()) void path.then((one) => (isCut ? one.shut() : one.reopen()));
    },
  };
};
