/**
 * The words of media signalling on the wire (same Socket.IO connection as the facts). Owns shapes by direction; must not know mediasoup's
 * classes: its parameters travel as opaque JSON that the media plane checks strictly before use.
 */
import type { SeatId } from '../kernel/ids.ts';
import type { Source } from '../workshop/stage/types.ts';
import type { ProtocolError } from './workshop-messages.ts';

export type MediaJson = { readonly [key: string]: unknown };

export interface TransportOffer {
  readonly id: string;
  readonly iceParameters: MediaJson;
  readonly iceCandidates: readonly MediaJson[];
  readonly dtlsParameters: MediaJson;
}

/** A producer as others may know it. `paused` covers both the person's own mute and the chair's. */
export interface ProducerNotice {
  readonly producerId: string;
  readonly seat: SeatId;
  readonly source: Source;
  /** The sound of a shared screen: a producer of its own beside the picture's. */
  readonly sound?: true;
  readonly paused: boolean;
}

export interface ConsumerOffer {
  readonly consumerId: string;
  readonly producerId: string;
  readonly kind: 'audio' | 'video';
  readonly rtpParameters: MediaJson;
  readonly producerPaused: boolean;
}

export interface IceServer {
  readonly urls: string | readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

/** Requests of a seat, by method: what is asked and what is answered. */
export interface MediaRequests {
  /** First request after each welcome: opens (or reopens) this seat on the media plane, dropping what an older connection held. */
  readonly enter: {
    readonly ask: Record<string, never>;
    readonly answer: {
      readonly routerRtpCapabilities: MediaJson;
      readonly iceServers: readonly IceServer[];
      readonly iceTransportPolicy?: 'all' | 'relay';
    };
  };
  readonly createTransport: {
    readonly ask: { readonly direction: 'send' | 'receive' };
    readonly answer: TransportOffer;
  };
  readonly connectTransport: {
    readonly ask: { readonly transportId: string; readonly dtlsParameters: MediaJson };
    readonly answer: Record<string, never>;
  };
  readonly restartIce: {
    readonly ask: { readonly transportId: string };
    readonly answer: { readonly iceParameters: MediaJson };
  };
  /** Tells what this browser can receive; answered with everything that is being published now. From here on notices arrive. */
  readonly attend: {
    readonly ask: { readonly rtpCapabilities: MediaJson };
    readonly answer: { readonly producers: readonly ProducerNotice[] };
  };
  readonly produce: {
    readonly ask: {
      readonly transportId: string;
      readonly kind: 'audio' | 'video';
      readonly source: Source;
      readonly rtpParameters: MediaJson;
      readonly paused: boolean;
    };
    readonly answer: { readonly producerId: string };
  };
  readonly pauseProducer: { readonly ask: { readonly producerId: string }; readonly answer: Record<string, never> };
  readonly resumeProducer: { readonly ask: { readonly producerId: string }; readonly answer: Record<string, never> };
  readonly closeProducer: { readonly ask: { readonly producerId: string }; readonly answer: Record<string, never> };
  /** The consumer is created paused; nothing flows until `resumeConsumer`. */
  readonly consume: { readonly ask: { readonly producerId: string }; readonly answer: ConsumerOffer };
  readonly resumeConsumer: { readonly ask: { readonly consumerId: string }; readonly answer: Record<string, never> };
  readonly pauseConsumer: { readonly ask: { readonly consumerId: string }; readonly answer: Record<string, never> };
  readonly closeConsumer: { readonly ask: { readonly consumerId: string }; readonly answer: Record<string, never> };
  /** Which simulcast layer the tile needs: 0 smallest, 2 largest. */
  readonly preferLayers: {
    readonly ask: { readonly consumerId: string; readonly spatial: 0 | 1 | 2 };
    readonly answer: Record<string, never>;
  };
}

export type MediaMethod = keyof MediaRequests;

export type MediaErrorCode =
  | 'media/notEntered'
  | 'media/notAllowed'
  | 'media/unknownId'
  | 'media/badParameters'
  | 'media/tooMany'
  | 'media/unavailable';

export type MediaReply<M extends MediaMethod> =
  | { readonly ok: true; readonly answer: MediaRequests[M]['answer'] }
  | { readonly ok: false; readonly error: ProtocolError | { readonly code: MediaErrorCode; readonly detail?: string } };

export type MediaNotice =
  | { readonly type: 'producerAdded'; readonly producer: ProducerNotice }
  | { readonly type: 'producerPaused'; readonly producerId: string }
  | { readonly type: 'producerResumed'; readonly producerId: string }
  | { readonly type: 'producerClosed'; readonly producerId: string }
  | { readonly type: 'consumerClosed'; readonly consumerId: string }
  /** Loudest first; dBov from -127 (silence) to 0. An empty list: silence. */
  | { readonly type: 'speaking'; readonly levels: readonly { readonly seat: SeatId; readonly dBov: number }[] }
  /** The worker died and everything on it is gone: enter again and produce the same tracks anew. */
  | { readonly type: 'lost' };

export interface MediaClientToServer {
  'media:request': (
    message: { readonly [M in MediaMethod]: { readonly method: M } & MediaRequests[M]['ask'] }[MediaMethod],
    reply: (r: MediaReply<MediaMethod>) => void,
  ) => void;
}

export interface MediaServerToClient {
  'media:notice': (message: MediaNotice) => void;
}
