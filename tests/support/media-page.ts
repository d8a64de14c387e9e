// Runs in the browser: the product's own connection and media session behind a few words that a test can say through Playwright.
// Watches every picture that appears, draws it, and counts what the peer connections really received.
import { connectSeat } from '../../client/connection/socket-connection.ts';
import type { Connection } from '../../client/connection/connection.ts';
import { createMediaSession } from '../../client/media/mediasoup/session.ts';
import type { MediaSession, PictureSize } from '../../client/media/media-session.ts';
import type { CommandId, SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { Source } from '../../shared/workshop/stage/types.ts';
import type { WorkshopCommand } from '../../shared/workshop/workshop.ts';

/** Sums over everything this page receives now. */
export interface Received {
  readonly frames: number;
  readonly width: number;
  readonly soundEnergy: number;
}

export interface Sent {
  readonly layers: number;
  readonly codecs: readonly string[];
  readonly ciphers: readonly string[];
}

const peers = new Set<RTCPeerConnection>();
const Original = globalThis.RTCPeerConnection;
globalThis.RTCPeerConnection = class extends Original {
  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    peers.add(this);
  }

  /** A browser that knows one picture codec only, such as 'video/H264': what it offers and accepts is really negotiated so. */
  override addTransceiver(track: MediaStreamTrack | string, init?: RTCRtpTransceiverInit): RTCRtpTransceiver {
    const transceiver = super.addTransceiver(track, init);
    const only = globalThis.onlyPictureCodec;
    const kind = typeof track === 'string' ? track : track.kind;
    if (only !== undefined && kind === 'video') {
      const able = RTCRtpReceiver.getCapabilities('video')?.codecs ?? [];
      transceiver.setCodecPreferences(able.filter(({ mimeType }) => mimeType === only));
    }
    return transceiver;
  }
};

/** What the statistics say, as far as this file reads them. */
interface Line {
  readonly type: string;
  readonly kind?: string;
  readonly trackIdentifier?: string;
  readonly framesDecoded?: number;
  readonly frameWidth?: number;
  readonly packetsReceived?: number;
  readonly totalAudioEnergy?: number;
  readonly totalSamplesReceived?: number;
  readonly concealedSamples?: number;
  readonly mimeType?: string;
  readonly sdpFmtpLine?: string;
  readonly srtpCipher?: string;
  readonly id?: string;
  readonly selectedCandidatePairId?: string;
  readonly localCandidateId?: string;
  readonly protocol?: string;
  readonly relayProtocol?: string;
}

const statistics = async (): Promise<readonly Line[]> => {
  const open = [...peers].filter((peer) => peer.connectionState !== 'closed');
  const reports = await Promise.all(open.map((peer) => peer.getStats()));
  const lines: Line[] = [];
  for (const report of reports) report.forEach((line: Line) => lines.push(line));
  return lines;
};

const sum = (lines: readonly Line[], field: 'framesDecoded' | 'packetsReceived' | 'totalAudioEnergy'): number =>
  lines.reduce((total, line) => total + (line[field] ?? 0), 0);

export class MediaPage {
  readonly #connection: Connection;
  readonly #session: MediaSession;
  readonly #drawn = new Map<MediaStream, HTMLMediaElement>();
  size: PictureSize | null = 'large';
  /** performance.now() when this person began to come in. */
  readonly begunAt = performance.now();
  /** performance.now() of the first picture drawn since then, or since the last `forget`. */
  firstFrameAt: number | null = null;

  constructor(key: { workshop: string; seat: string; seatToken: string }) {
    const workshop = key.workshop as WorkshopId;
    this.#connection = connectSeat({
      workshop,
      seat: key.seat as SeatId,
      seatToken: key.seatToken,
      tab: crypto.randomUUID(),
    });
    this.#session = createMediaSession(this.#connection);
    this.#session.start();
    const look = (): void => {
      this.#watchAll();
      setTimeout(look, 20);
    };
    look();
  }

  get state(): string {
    return this.#session.state$.get().kind;
  }

  get remote(): readonly { seat: string; source: string; paused: boolean; streaming: boolean }[] {
    return this.#session.remote$
      .get()
      .map(({ seat, source, paused, stream }) => ({ seat, source, paused, streaming: stream !== null }));
  }

  get speaking(): readonly string[] {
    return this.#session.speaking$.get();
  }

  own(source: Source): string {
    const own = this.#session.own$.get()[source];
    return own.kind === 'failed' ? own.fault : own.kind;
  }

  /** Whether the device behind a source is open, as its light would show. */
  isLive(source: Source): boolean {
    const own = this.#session.own$.get()[source];
    return 'stream' in own && own.stream.getTracks().some((track) => track.readyState === 'live');
  }

  turnOn(source: Source): Promise<void> {
    return this.#session.turnOn(source);
  }

  turnOff(source: Source): Promise<void> {
    return this.#session.turnOff(source);
  }

  async command(command: WorkshopCommand): Promise<boolean> {
    return (await this.#connection.command(crypto.randomUUID() as CommandId, command)).ok;
  }

  forget(): void {
    this.firstFrameAt = null;
    this.#drawn.clear();
  }

  async received(): Promise<Received> {
    // A receiver that was closed may stand in the statistics for a while: only tracks that are shown now count.
    const shown = new Set(
      this.#session.remote$.get().flatMap(({ stream }) => stream?.getTracks().map((track) => track.id) ?? []),
    );
    const lines = (await statistics()).filter(
      ({ type, trackIdentifier }) => type === 'inbound-rtp' && shown.has(trackIdentifier ?? ''),
    );
    const sound = lines.filter(({ kind }) => kind === 'audio');
    const pictures = lines.filter(({ kind }) => kind === 'video');
    return {
      frames: sum(pictures, 'framesDecoded'),
      width: Math.max(0, ...pictures.map(({ frameWidth }) => frameWidth ?? 0)),
      soundEnergy: sum(sound, 'totalAudioEnergy'),
    };
  }

  /** Packets that came in at all, shown or not. */
  async arrived(): Promise<{ readonly soundPackets: number; readonly picturePackets: number }> {
    const lines = (await statistics()).filter(({ type }) => type === 'inbound-rtp');
    const of = (wanted: string): number =>
      sum(
        lines.filter(({ kind }) => kind === wanted),
        'packetsReceived',
      );
    return { soundPackets: of('audio'), picturePackets: of('video') };
  }

  async sent(): Promise<Sent> {
    const lines = await statistics();
    const outgoing = lines.filter(({ type, kind }) => type === 'outbound-rtp' && kind === 'video');
    return {
      layers: outgoing.length,
      codecs: lines.flatMap(({ type, mimeType, sdpFmtpLine }) =>
        type === 'codec' && mimeType ? [`${mimeType} ${sdpFmtpLine ?? ''}`.trim()] : [],
      ),
      ciphers: lines.flatMap(({ type, srtpCipher }) => (type === 'transport' && srtpCipher ? [srtpCipher] : [])),
    };
  }

  /** What was heard: samples in all, those that the browser had to make up, and how loud it was. */
  async heard(): Promise<{ readonly samples: number; readonly madeUp: number; readonly energy: number }> {
    const sound = (await statistics()).filter(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio');
    const total = (field: 'totalSamplesReceived' | 'concealedSamples' | 'totalAudioEnergy'): number =>
      sound.reduce((sum, line) => sum + (line[field] ?? 0), 0);
    return {
      samples: total('totalSamplesReceived'),
      madeUp: total('concealedSamples'),
      energy: total('totalAudioEnergy'),
    };
  }

  /** The ways that media goes now, one a peer connection: 'udp', 'tcp', or 'relay' with what leads to the relay. */
  async paths(): Promise<readonly string[]> {
    const lines = await statistics();
    const byId = new Map(lines.map((line) => [line.id, line]));
    return lines.flatMap(({ type, selectedCandidatePairId }) => {
      const local = type === 'transport' ? byId.get(byId.get(selectedCandidatePairId)?.localCandidateId) : undefined;
      if (local === undefined) return [];
      return [local.relayProtocol === undefined ? (local.protocol ?? '') : `relay over ${local.relayProtocol}`];
    });
  }

  close(): void {
    this.#session.close();
    this.#connection.close();
  }

  #watchAll(): void {
    for (const { seat, source, stream } of this.#session.remote$.get()) {
      if (source !== 'microphone') this.#session.watch(seat, source, this.size);
      if (stream && !this.#drawn.has(stream)) this.#draw(stream, source);
    }
  }

  #draw(stream: MediaStream, source: Source): void {
    const element = document.createElement(source === 'microphone' ? 'audio' : 'video');
    element.autoplay = true;
    element.muted = source !== 'microphone';
    element.srcObject = stream;
    if (element instanceof HTMLVideoElement) {
      element.requestVideoFrameCallback(() => (this.firstFrameAt ??= performance.now()));
    }
    document.body.append(element);
    this.#drawn.set(stream, element);
  }
}

declare global {
  var MediaPageClass: typeof MediaPage;
  var page: MediaPage;
  var onlyPictureCodec: string | undefined;
}
globalThis.MediaPageClass = MediaPage;
