/**
 * Tries the ways of media one by one, and one's own sound from one end to the other. Owns the attempts; each answers true or false and never
 * throws. Must not know the screen nor HTTP: it is handed how each end asks.
 */
import { Device } from 'mediasoup-client';
import type { MediaMethod, MediaReply, MediaRequests } from '../../../shared/protocol/media-messages.ts';
import type { RehearsalEnd } from '../../../shared/protocol/rehearsal-messages.ts';
import { openLine, type Line } from './line.ts';
import { fromWire, MediaRefused, toWire, type Ask } from './signalling.ts';

type Request = <M extends MediaMethod>(method: M, ask: MediaRequests[M]['ask']) => Promise<MediaReply<M>>;
export type Way = 'udp' | 'tcp' | 'relay';

const asking =
  (request: Request): Ask =>
  async (method, wish) => {
    const reply = await request(method, wish);
    if (!reply.ok) throw new MediaRefused(reply.error.code);
    return reply.answer;
  };

/** Only the candidates of one way are offered to the browser. */
const only =
  (way: 'udp' | 'tcp', ask: Ask): Ask =>
  async (method, wish) => {
    const answer = await ask(method, wish);
    if (!('iceCandidates' in answer)) return answer;
    return { ...answer, iceCandidates: answer.iceCandidates.filter(({ protocol }) => protocol === way) };
  };

interface End {
  readonly line: Line;
  /** True once a path carries, false once none will. */
  readonly carries: Promise<boolean>;
  readonly hasRelay: boolean;
}

const openEnd = async (request: Request, way: Way | 'any'): Promise<End> => {
  const ask = asking(request);
  const [answer, device] = await Promise.all([ask('enter', {}), Device.factory()]);
  await device.load({ routerRtpCapabilities: fromWire(answer.routerRtpCapabilities) });
  let tell = (_carries: boolean): void => undefined;
  const carries = new Promise<boolean>((resolve) => (tell = resolve));
  const direct = way === 'udp' || way === 'tcp';
  const line = openLine({
    device,
    ask: direct ? only(way, ask) : ask,
    iceServers: direct ? [] : answer.iceServers,
    iceTransportPolicy: way === 'relay' ? 'relay' : direct ? undefined : answer.iceTransportPolicy,
    onPath: (word) => word !== 'pathLost' && tell(word === 'pathBack'),
  });
  const hasRelay = answer.iceServers.some(({ urls }) => [urls].flat().some((url) => /^turns?:/.test(url)));
  return { line, carries, hasRelay };
};

const send = async ({ line }: End, track: MediaStreamTrack): Promise<void> => {
  const transport = await line.send();
  await transport.produce({ track, stopTracks: false, appData: { source: 'microphone', paused: false } });
};

/** A way that carries nothing by then is of no use to anybody who speaks, ms. */
const WAY_MS = 8_000;

const patience = (): Promise<false> => new Promise((resolve) => setTimeout(resolve, WAY_MS, false));

/** Whether media gets through this way; null when the server offers no relay at all. */
export const tryWay = async (request: Request, way: Way, track: MediaStreamTrack): Promise<boolean | null> => {
  let end: End | null = null;
  try {
    end = await openEnd(request, way);
    if (way === 'relay' && !end.hasRelay) return null;
    // Producing waits for the path: where there is none it does not come back, and the path's own word counts.
    void send(end, track).catch(() => undefined);
    return await Promise.race([end.carries, patience()]);
  } catch {
    return false;
  } finally {
    end?.line.close();
  }
};

const packetsOf = async (receiver: { getStats(): Promise<RTCStatsReport> }): Promise<number> => {
  let packets = 0;
  (await receiver.getStats()).forEach((line: { readonly type: string; readonly packetsReceived?: number }) => {
    if (line.type === 'inbound-rtp') packets += line.packetsReceived ?? 0;
  });
  return packets;
};

const SENDER: RehearsalEnd = 'send';
const LOOK_MS = 100;
/** So many packets of sound are no accident. */
const PACKETS = 10;

/** Whether what is sent from one end arrives at the other, by whatever way. `until` ends the waiting. */
export const tryBothWays = async (
  request: (end: 'send' | 'receive') => Request,
  track: MediaStreamTrack,
  until: AbortSignal,
): Promise<boolean> => {
  const ends: End[] = [];
  try {
    const sending = await openEnd(request(SENDER), 'any');
    ends.push(sending);
    await send(sending, track);
    const receiving = await openEnd(request('receive'), 'any');
    ends.push(receiving);
    const { ask, device } = receiving.line;
    const { producers } = await ask('attend', { rtpCapabilities: toWire(device.recvRtpCapabilities) });
    // The other ends send as well while their ways are tried.
    const sound = producers.find(({ seat }) => seat === SENDER);
    if (sound === undefined) return false;
    const transport = await receiving.line.receive();
    const offer = await ask('consume', { producerId: sound.producerId });
    const consumer = await transport.consume({
      id: offer.consumerId,
      producerId: offer.producerId,
      kind: offer.kind,
      rtpParameters: fromWire(offer.rtpParameters),
    });
    await ask('resumeConsumer', { consumerId: offer.consumerId });
    while (!until.aborted) {
      if ((await packetsOf(consumer)) >= PACKETS) return true;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    return false;
  } catch {
    return false;
  } finally {
    for (const { line } of ends) line.close();
  }
};
