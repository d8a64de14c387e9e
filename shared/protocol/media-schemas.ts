/**
 * Schemas of media signalling: strict where a wrong value has killed a worker elsewhere (`fingerprints: []`, absurd sizes), bounded everywhere.
 * What passes here is still checked by mediasoup's own ORTC validation. Must not know mediasoup's classes.
 */
import * as z from 'zod/mini';
import { SOURCES } from '../workshop/stage/types.ts';

const uuidLike = z.string().check(z.regex(/^[0-9a-fA-F-]{1,64}$/));
const word = z.string().check(z.maxLength(200));
const uint32 = z.int().check(z.gte(0), z.lte(0xffffffff));

export const dtlsParameters = z.strictObject({
  role: z.optional(z.enum(['auto', 'client', 'server'])),
  fingerprints: z
    .array(
      z.strictObject({
        algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
        value: z.string().check(z.regex(/^(?:[0-9A-Fa-f]{2}:){19,63}[0-9A-Fa-f]{2}$/)),
      }),
    )
    .check(z.minLength(1), z.maxLength(8)),
});

const codecParameters = z.record(word, z.union([word, z.number(), z.boolean(), z.null()]));
const rtcpFeedback = z.array(z.strictObject({ type: word, parameter: z.optional(word) })).check(z.maxLength(20));
const codecBase = { mimeType: word, clockRate: uint32, channels: z.optional(z.int().check(z.gte(1), z.lte(8))) };
const extensionUri = z.string().check(z.maxLength(200));

export const rtpParameters = z.strictObject({
  mid: z.optional(word),
  msid: z.optional(word),
  codecs: z
    .array(
      z.strictObject({
        ...codecBase,
        payloadType: z.int().check(z.gte(0), z.lte(127)),
        parameters: z.optional(codecParameters),
        rtcpFeedback: z.optional(rtcpFeedback),
      }),
    )
    .check(z.minLength(1), z.maxLength(32)),
  headerExtensions: z.optional(
    z
      .array(
        z.strictObject({
          uri: extensionUri,
          id: z.int().check(z.gte(1), z.lte(255)),
          encrypt: z.optional(z.boolean()),
          parameters: z.optional(codecParameters),
        }),
      )
      .check(z.maxLength(32)),
  ),
  encodings: z.optional(
    z
      .array(
        z.strictObject({
          ssrc: z.optional(uint32),
          rid: z.optional(word),
          codecPayloadType: z.optional(z.int().check(z.gte(0), z.lte(127))),
          rtx: z.optional(z.strictObject({ ssrc: uint32 })),
          dtx: z.optional(z.boolean()),
          active: z.optional(z.boolean()),
          scalabilityMode: z.optional(z.string().check(z.regex(/^[LS][1-3]T[1-3](_KEY)?$/))),
          scaleResolutionDownBy: z.optional(z.number()),
          maxBitrate: z.optional(uint32),
          maxFramerate: z.optional(z.number()),
          adaptivePtime: z.optional(z.boolean()),
          priority: z.optional(word),
          networkPriority: z.optional(word),
        }),
      )
      .check(z.minLength(1), z.maxLength(8)),
  ),
  rtcp: z.optional(
    z.strictObject({ cname: z.optional(word), reducedSize: z.optional(z.boolean()), mux: z.optional(z.boolean()) }),
  ),
});

export const rtpCapabilities = z.strictObject({
  codecs: z.optional(
    z
      .array(
        z.strictObject({
          ...codecBase,
          kind: z.enum(['audio', 'video']),
          preferredPayloadType: z.optional(z.int().check(z.gte(0), z.lte(127))),
          parameters: z.optional(codecParameters),
          rtcpFeedback: z.optional(rtcpFeedback),
        }),
      )
      .check(z.maxLength(64)),
  ),
  headerExtensions: z.optional(
    z
      .array(
        z.strictObject({
          kind: z.enum(['audio', 'video']),
          uri: extensionUri,
          preferredId: z.int().check(z.gte(1), z.lte(255)),
          preferredEncrypt: z.optional(z.boolean()),
          direction: z.optional(z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive'])),
        }),
      )
      .check(z.maxLength(64)),
  ),
});

const method = <M extends string, S extends Record<string, z.ZodMiniType>>(name: M, ask: S) =>
  z.strictObject({ method: z.literal(name), ...ask });

export const mediaRequest = z.discriminatedUnion('method', [
  method('enter', {}),
  method('createTransport', { direction: z.enum(['send', 'receive']) }),
  method('connectTransport', { transportId: uuidLike, dtlsParameters }),
  method('restartIce', { transportId: uuidLike }),
  method('attend', { rtpCapabilities }),
  method('produce', {
    transportId: uuidLike,
    kind: z.enum(['audio', 'video']),
    source: z.enum(SOURCES),
    rtpParameters,
    paused: z.boolean(),
  }),
  method('pauseProducer', { producerId: uuidLike }),
  method('resumeProducer', { producerId: uuidLike }),
  method('closeProducer', { producerId: uuidLike }),
  method('consume', { producerId: uuidLike }),
  method('resumeConsumer', { consumerId: uuidLike }),
  method('pauseConsumer', { consumerId: uuidLike }),
  method('closeConsumer', { consumerId: uuidLike }),
  method('preferLayers', { consumerId: uuidLike, spatial: z.union([z.literal(0), z.literal(1), z.literal(2)]) }),
]);
