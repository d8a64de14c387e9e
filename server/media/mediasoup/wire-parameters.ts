/**
 * From checked JSON to mediasoup's parameter types. The schemas already hold every bound; this file only bridges two spellings of the same shape
 * (plain strings there, mediasoup's literal unions here). mediasoup's own ORTC check refuses codecs and extensions that it does not know.
 */
import type { types } from 'mediasoup';
import type * as z from 'zod/mini';
import type { dtlsParameters, rtpCapabilities, rtpParameters } from '../../../shared/protocol/media-schemas.ts';

export const asDtls = (checked: z.infer<typeof dtlsParameters>): types.DtlsParameters =>
  checked as types.DtlsParameters;

export const asRtp = (checked: z.infer<typeof rtpParameters>): types.RtpParameters =>
  checked as unknown as types.RtpParameters;

export const asCapabilities = (checked: z.infer<typeof rtpCapabilities>): types.RtpCapabilities =>
  checked as unknown as types.RtpCapabilities;
