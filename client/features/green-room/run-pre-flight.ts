/**
 * Runs the pre-flight: devices first, since the browser may ask the person; then everything about the network side by side, within a bound.
 * Owns the order and the bound; each look is somebody else's. What it opened is closed at the end.
 */
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import type { ApiFault } from '../../connection/http.ts';
import { openRehearsal, requestIn, type RehearsalKey } from '../../connection/rehearsal-api.ts';
import { trySocket } from '../../connection/try-socket.ts';
import { deviceFault, hasSecureContext } from '../../media/device-faults.ts';
import { openDevice } from '../../media/devices.ts';
import type { Check, Outcome } from '../../media/pre-flight.ts';

export type Tell = (check: Check, outcome: Outcome) => void;

/** With the devices' own moment the whole stays under 15 s. */
const NETWORK_MS = 13_000;
const SOCKET_MS = 5_000;

const works = (does: boolean): Outcome => (does ? 'good' : 'bad');

const isAble = (): boolean => 'RTCPeerConnection' in globalThis && 'WebSocket' in globalThis && hasSecureContext();

const tryDevice = async (source: 'microphone' | 'camera', tell: Tell): Promise<MediaStream | null> => {
  try {
    const stream = await openDevice(source);
    tell(source, 'good');
    return stream;
  } catch (cause) {
    tell(source, deviceFault(cause) === 'media/noDevice' ? 'missing' : 'bad');
    return null;
  }
};

/** Silence will do where there is no microphone: what counts is that packets arrive. */
const soundOf = (stream: MediaStream | null, context: AudioContext): MediaStreamTrack | undefined =>
  stream?.getAudioTracks()[0] ?? context.createMediaStreamDestination().stream.getAudioTracks()[0];

const trySockets = async (tell: Tell): Promise<void> => {
  const first = await trySocket(SOCKET_MS);
  tell('socket', works(first));
  tell('again', works(first && (await trySocket(SOCKET_MS))));
};

const tryMedia = async (rehearsal: string, track: MediaStreamTrack, until: AbortSignal, tell: Tell): Promise<void> => {
  const { tryBothWays, tryWay } = await import('../../media/mediasoup/try-media.ts');
  const request = requestIn(rehearsal);
  await Promise.all([
    ...(['udp', 'tcp', 'relay'] as const).map(async (way) => {
      const carries = await tryWay(request(way), way, track);
      tell(way, carries === null ? 'unasked' : works(carries));
    }),
    tryBothWays(request, track, until).then((heard) => tell('media', works(heard))),
  ]);
};

/** Resolves when all is told that can be told in time; with the fault when the server let nobody try. */
export const runPreFlight = async (workshop: WorkshopId, key: RehearsalKey, tell: Tell): Promise<ApiFault | null> => {
  const able = isAble();
  tell('browser', works(able));
  if (!able) return null;
  const microphone = await tryDevice('microphone', tell);
  const camera = await tryDevice('camera', tell);
  const context = new AudioContext();
  const until = AbortSignal.timeout(NETWORK_MS);
  const over = new Promise<void>((resolve) => until.addEventListener('abort', () => resolve()));
  try {
    const opened = await openRehearsal(workshop, key);
    if (!opened.ok) return opened.fault;
    const track = soundOf(microphone, context);
    const looks = [trySockets(tell)];
    if (track !== undefined) looks.push(tryMedia(opened.value, track, until, tell).catch(() => undefined));
    await Promise.race([Promise.all(looks), over]);
    return null;
  } finally {
    for (const stream of [microphone, camera]) stream?.getTracks().forEach((track) => track.stop());
    void context.close();
  }
};
