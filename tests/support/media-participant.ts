// One seat of a media room as a test drives it: the requests a browser would make, with hand-written parameters, and the notices it heard.
import type { SeatId } from '../../shared/kernel/ids.ts';
import type { MediaJson, MediaMethod, MediaNotice, MediaRequests } from '../../shared/protocol/media-messages.ts';
import type { Source } from '../../shared/workshop/stage/types.ts';
import type { MediaAnswer, MediaRoom, MediaSeat } from '../../server/ports.ts';

export const dtls: MediaJson = {
  role: 'client',
  fingerprints: [{ algorithm: 'sha-256', value: Array.from({ length: 32 }, () => 'A1').join(':') }],
};

let ssrc = 1_000_000;

export const soundParameters = (): MediaJson => ({
  mid: '0',
  codecs: [
    { mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2, parameters: { useinbandfec: 1 } },
  ],
  headerExtensions: [],
  encodings: [{ ssrc: ssrc++, dtx: true }],
  rtcp: { cname: `cname-${ssrc}` },
});

export const pictureParameters = (): MediaJson => ({
  mid: '1',
  codecs: [
    { mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000, rtcpFeedback: [{ type: 'nack', parameter: 'pli' }] },
  ],
  headerExtensions: [],
  encodings: [0, 1, 2].map(() => ({ ssrc: ssrc++, scalabilityMode: 'L1T3' })),
  rtcp: { cname: `cname-${ssrc}` },
});

export const receiving: MediaJson = {
  codecs: [
    { kind: 'audio', mimeType: 'audio/opus', preferredPayloadType: 100, clockRate: 48_000, channels: 2 },
    { kind: 'video', mimeType: 'video/VP8', preferredPayloadType: 101, clockRate: 90_000 },
  ],
  headerExtensions: [],
};

export class MediaParticipant {
  readonly seat: MediaSeat;
  readonly heard: MediaNotice[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(room: MediaRoom, id: SeatId) {
    this.seat = room.seat(id, (notice) => {
      this.heard.push(notice);
      for (const look of this.#waiting) look();
    });
  }

  request<M extends MediaMethod>(method: M, ask: MediaRequests[M]['ask']): Promise<MediaAnswer<M>> {
    return this.seat.request(method, ask);
  }

  /** The answer, or an error with the refusal's code: for the steps that a test takes for granted. */
  async must<M extends MediaMethod>(method: M, ask: MediaRequests[M]['ask']): Promise<MediaRequests[M]['answer']> {
    const reply = await this.request(method, ask);
    if (!reply.ok) throw new Error(`${method}: ${reply.error.code} ${reply.error.detail ?? ''}`);
    return reply.answer;
  }

  /** Enters, attends and answers both transports' ids. */
  async settle(): Promise<{ readonly send: string; readonly receive: string }> {
    await this.must('enter', {});
    const send = await this.must('createTransport', { direction: 'send' });
    const receive = await this.must('createTransport', { direction: 'receive' });
    await this.must('attend', { rtpCapabilities: receiving });
    return { send: send.id, receive: receive.id };
  }

  async publish(transportId: string, source: Source, paused = false): Promise<string> {
    const sound = source === 'microphone';
    const { producerId } = await this.must('produce', {
      transportId,
      kind: sound ? 'audio' : 'video',
      source,
      rtpParameters: sound ? soundParameters() : pictureParameters(),
      paused,
    });
    return producerId;
  }

  /** Resolves with the first notice of this type from now on or already heard and not yet taken. */
  async notice<T extends MediaNotice['type']>(type: T): Promise<Extract<MediaNotice, { type: T }>> {
    const isIt = (notice: MediaNotice): notice is Extract<MediaNotice, { type: T }> => notice.type === type;
    return new Promise((resolve) => {
      const look = (): void => {
        const found = this.heard.find(isIt);
        if (!found) return;
        this.#waiting.delete(look);
        this.heard.splice(this.heard.indexOf(found), 1);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }
}
