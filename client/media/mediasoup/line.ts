/**
 * The two transports of one `enter`, made when first needed, and the word of how they fare. Ends as a whole. Must not know tracks.
 */
import type { types } from 'mediasoup-client';
import type { Device } from 'mediasoup-client';
import type { IceServer } from '../../../shared/protocol/media-messages.ts';
import type { Source } from '../../../shared/workshop/stage/types.ts';
import { fromWire, toWire, transportOptions } from './signalling.ts';
import type { Ask } from './signalling.ts';

export type PathWord = 'pathLost' | 'pathFailed' | 'pathBack';

export interface Line {
  readonly device: Device;
  readonly ask: Ask;
  send(): Promise<types.Transport>;
  receive(): Promise<types.Transport>;
  restartIce(): Promise<void>;
  /** Those that were made so far. */
  readonly transports: ReadonlySet<types.Transport>;
  /** True once closed: answers that come later belong to nobody. */
  readonly closed: boolean;
  close(): void;
}

export interface LineOptions {
  readonly device: Device;
  readonly ask: Ask;
  readonly iceServers: readonly IceServer[];
  readonly iceTransportPolicy: 'all' | 'relay' | undefined;
  readonly onPath: (word: PathWord) => void;
}

/** Firefox leaves a path that it finds no candidates for at `new` for ever, without a word: after so long it counts as failed, ms. */
const PATH_MS = 15_000;

const WORDS: Readonly<Partial<Record<types.ConnectionState, PathWord>>> = {
  disconnected: 'pathLost',
  failed: 'pathFailed',
  connected: 'pathBack',
};

export const openLine = ({ device, ask, iceServers, iceTransportPolicy, onPath }: LineOptions): Line => {
  const made: { send?: Promise<types.Transport>; receive?: Promise<types.Transport> } = {};
  const transports = new Set<types.Transport>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let closed = false;

  const ice: { iceServers: RTCIceServer[]; iceTransportPolicy?: RTCIceTransportPolicy } = {
    iceServers: iceServers.map(({ urls, username, credential }) => ({
      urls: typeof urls === 'string' ? urls : [...urls],
      ...(username === undefined ? {} : { username }),
      ...(credential === undefined ? {} : { credential }),
    })),
    ...(iceTransportPolicy ? { iceTransportPolicy } : {}),
  };

  const make = async (direction: 'send' | 'receive'): Promise<types.Transport> => {
    const options = { ...transportOptions(await ask('createTransport', { direction })), ...ice };
    if (closed) throw new Error('The line was closed meanwhile.');
    const transport = direction === 'send' ? device.createSendTransport(options) : device.createRecvTransport(options);
    transports.add(transport);
    transport.on('connect', ({ dtlsParameters }, done, fail) => {
      timers.add(setTimeout(() => transport.connectionState !== 'connected' && onPath('pathFailed'), PATH_MS));
      ask('connectTransport', { transportId: transport.id, dtlsParameters: toWire(dtlsParameters) }).then(done, fail);
    });
    transport.on('produce', ({ kind, rtpParameters, appData }, done, fail) => {
      const { source, paused } = appData as { source: Source; paused: boolean };
      ask('produce', { transportId: transport.id, kind, source, paused, rtpParameters: toWire(rtpParameters) }).then(
        ({ producerId }) => done({ id: producerId }),
        fail,
      );
    });
    transport.on('connectionstatechange', (state) => {
      const word = WORDS[state];
      if (word && !closed) onPath(word);
    });
    return transport;
  };

  return {
    device,
    ask,
    transports,
    send: () => (made.send ??= make('send')),
    receive: () => (made.receive ??= make('receive')),
    async restartIce() {
      for (const transport of transports) {
        const { iceParameters } = await ask('restartIce', { transportId: transport.id });
        if (closed) return;
        await transport.restartIce({ iceParameters: fromWire(iceParameters) });
      }
    },
    get closed() {
      return closed;
    },
    close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      for (const transport of transports) transport.close();
      transports.clear();
    },
  };
};
