/**
 * What a seat that has entered may ask, one answer a method. Each looks up only this seat's own things: another's id is as unknown as a made-up
 * one. Owns no state; everything opened is put into the stay.
 */
import type { SeatId } from '../../../shared/kernel/ids.ts';
import type { MediaMethod, MediaNotice, MediaRequests } from '../../../shared/protocol/media-messages.ts';
import { dtlsParameters, rtpCapabilities, rtpParameters } from '../../../shared/protocol/media-schemas.ts';
import type { Source } from '../../../shared/workshop/stage/types.ts';
import type { MediaAnswer } from '../../ports.ts';
import { refuse } from './refusals.ts';
import type { RoomFloor } from './room.ts';
import { cameTooLate, noticeOf, transportsTowards } from './stay.ts';
import type { Published, Stay } from './stay.ts';
import { asCapabilities, asDtls, asRtp } from './wire-parameters.ts';

export interface SeatContext {
  readonly id: SeatId;
  readonly floor: RoomFloor;
  readonly stay: Stay;
  readonly hear: (notice: MediaNotice) => void;
  readonly settle: (published: Published) => Promise<void>;
  readonly unpublish: (from: Stay, published: Published) => void;
}

type Answers = {
  readonly [M in Exclude<MediaMethod, 'enter'>]: (
    context: SeatContext,
    ask: MediaRequests[M]['ask'],
  ) => Promise<MediaAnswer<M>>;
};

const TRANSPORTS_EACH_WAY = 2;
const CONSUMERS = 300;
/** Bits a second a transport starts with, and the most a seat may send. */
const FIRST_OUTGOING = 1_000_000;
const MOST_INCOMING = 6_000_000;

/** A screen may bring its sound along, as a second producer of the same source. */
const KINDS_OF: Readonly<Record<Source, readonly ('audio' | 'video')[]>> = {
  microphone: ['audio'],
  camera: ['video'],
  screen: ['video', 'audio'],
};

const done = { ok: true, answer: {} } as const;
const unknown = refuse('media/unknownId');

export const answers: Answers = {
  async createTransport({ floor, stay }, { direction }) {
    if (transportsTowards(stay, direction).length >= TRANSPORTS_EACH_WAY) return refuse('media/tooMany');
    const transport = await stay.studio.router.createWebRtcTransport({
      webRtcServer: stay.studio.server,
      enableUdp: true,
      enableTcp: true,
      preferUdp: true,
      initialAvailableOutgoingBitrate: FIRST_OUTGOING,
    });
    if (cameTooLate(stay, transport)) return refuse('media/notEntered');
    // Asked again: two requests at once both passed the first look.
    if (transportsTowards(stay, direction).length >= TRANSPORTS_EACH_WAY) {
      transport.close();
      return refuse('media/tooMany');
    }
    stay.transports.set(transport.id, { transport, direction });
    if (direction === 'send') {
      transport.setMaxIncomingBitrate(MOST_INCOMING).catch((cause: unknown) => {
        floor.options.logger.warn({ err: cause }, 'a transport was not limited');
      });
    }
    return {
      ok: true,
      answer: {
        id: transport.id,
        iceParameters: { ...transport.iceParameters },
        iceCandidates: transport.iceCandidates.map((candidate) => ({ ...candidate })),
        dtlsParameters: { ...transport.dtlsParameters },
      },
    };
  },

  async connectTransport({ stay }, ask) {
    const held = stay.transports.get(ask.transportId);
    if (!held) return unknown;
    const read = dtlsParameters.safeParse(ask.dtlsParameters);
    if (!read.success) return refuse('media/badParameters');
    await held.transport.connect({ dtlsParameters: asDtls(read.data) });
    return done;
  },

  async restartIce({ stay }, ask) {
    const held = stay.transports.get(ask.transportId);
    if (!held) return unknown;
    return { ok: true, answer: { iceParameters: { ...(await held.transport.restartIce()) } } };
  },

  attend({ id, floor, stay }, ask) {
    const read = rtpCapabilities.safeParse(ask.rtpCapabilities);
    if (!read.success) return Promise.resolve(refuse('media/badParameters'));
    stay.rtpCapabilities = asCapabilities(read.data);
    return Promise.resolve({ ok: true, answer: { producers: floor.published(id) } });
  },

  async produce({ id, floor, stay, settle }, ask) {
    const { source } = ask;
    if (!floor.rules.mayPublish(id, source)) return refuse('media/notAllowed');
    const held = stay.transports.get(ask.transportId);
    if (held?.direction !== 'send') return unknown;
    const read = rtpParameters.safeParse(ask.rtpParameters);
    if (!read.success || !KINDS_OF[source].includes(ask.kind)) return refuse('media/badParameters');
    const taken = (): boolean =>
      [...stay.producers.values()].some((one) => one.source === source && one.producer.kind === ask.kind);
    if (taken()) return refuse('media/tooMany', source);
    const silenced = floor.rules.isSilenced(id, source);
    const producer = await held.transport.produce({
      kind: ask.kind,
      rtpParameters: asRtp(read.data),
      paused: ask.paused || silenced,
      appData: { seat: id, source },
    });
    if (cameTooLate(stay, producer)) return refuse('media/notEntered');
    if (taken() || !floor.rules.mayPublish(id, source)) {
      producer.close();
      return taken() ? refuse('media/tooMany', source) : refuse('media/notAllowed');
    }
    const published: Published = {
      producer,
      source,
      mutedByOwner: ask.paused,
      // Read again: the chair may have spoken while the worker was busy.
      silencedByChair: floor.rules.isSilenced(id, source),
    };
    stay.producers.set(producer.id, published);
    floor.tell(id, { type: 'producerAdded', producer: noticeOf(id, published) });
    await settle(published);
    if (source === 'microphone') await stay.studio.levels.addProducer({ producerId: producer.id });
    return { ok: true, answer: { producerId: producer.id } };
  },

  async pauseProducer({ stay, settle }, { producerId }) {
    const published = stay.producers.get(producerId);
    if (!published) return unknown;
    published.mutedByOwner = true;
    await settle(published);
    return done;
  },

  /** Lifts the own mute only; what the chair has silenced stays silent until the facts say otherwise. */
  async resumeProducer({ stay, settle }, { producerId }) {
    const published = stay.producers.get(producerId);
    if (!published) return unknown;
    published.mutedByOwner = false;
    await settle(published);
    return done;
  },

  closeProducer({ stay, unpublish }, { producerId }) {
    const published = stay.producers.get(producerId);
    if (!published) return Promise.resolve(unknown);
    unpublish(stay, published);
    return Promise.resolve(done);
  },

  async consume({ id, floor, stay, hear }, { producerId }) {
    if (!stay.rtpCapabilities) return refuse('media/notEntered', 'attend');
    const [transport] = transportsTowards(stay, 'receive').slice(-1);
    if (!transport) return refuse('media/notEntered', 'createTransport');
    const producer = floor.producerOf(producerId, id);
    if (!producer) return unknown;
    if (stay.consumers.size >= CONSUMERS) return refuse('media/tooMany');
    if ([...stay.consumers.values()].some((one) => one.producerId === producerId)) return refuse('media/tooMany');
    if (!stay.studio.router.canConsume({ producerId, rtpCapabilities: stay.rtpCapabilities })) {
      return refuse('media/badParameters');
    }
    // Paused until the browser has built its receiver: the first keyframe would be lost otherwise.
    const consumer = await transport.consume({ producerId, rtpCapabilities: stay.rtpCapabilities, paused: true });
    if (cameTooLate(stay, consumer)) return refuse('media/notEntered');
    if (consumer.closed) return unknown;
    stay.consumers.set(consumer.id, consumer);
    consumer.once('producerclose', () => {
      stay.consumers.delete(consumer.id);
      hear({ type: 'consumerClosed', consumerId: consumer.id });
    });
    return {
      ok: true,
      answer: {
        consumerId: consumer.id,
        producerId,
        kind: consumer.kind,
        rtpParameters: { ...consumer.rtpParameters },
        producerPaused: consumer.producerPaused,
      },
    };
  },

  async resumeConsumer({ stay }, { consumerId }) {
    const consumer = stay.consumers.get(consumerId);
    if (!consumer) return unknown;
    await consumer.resume();
    if (consumer.kind === 'video') await consumer.requestKeyFrame();
    return done;
  },

  async pauseConsumer({ stay }, { consumerId }) {
    const consumer = stay.consumers.get(consumerId);
    if (!consumer) return unknown;
    await consumer.pause();
    return done;
  },

  closeConsumer({ stay }, { consumerId }) {
    const consumer = stay.consumers.get(consumerId);
    if (!consumer) return Promise.resolve(unknown);
    stay.consumers.delete(consumerId);
    consumer.close();
    return Promise.resolve(done);
  },

  async preferLayers({ stay }, { consumerId, spatial }) {
    const consumer = stay.consumers.get(consumerId);
    if (!consumer) return unknown;
    if (consumer.type !== 'simple') await consumer.setPreferredLayers({ spatialLayer: spatial });
    return done;
  },
};
