/** How each source is encoded. Camera: VP8 in three simulcast layers of a 720p picture; screen: two; sound: Opus with DTX and FEC. */
import type { types } from 'mediasoup-client';
import type { Source } from '../../../shared/workshop/stage/types.ts';
import type { PictureSize } from '../media-session.ts';

/** A page of twenty of the smallest stays within 3 Mbit/s, sound included. */
export const CAMERA: types.RtpEncodingParameters[] = [
  { scaleResolutionDownBy: 4, maxBitrate: 120_000, scalabilityMode: 'L1T3' },
  { scaleResolutionDownBy: 2, maxBitrate: 500_000, scalabilityMode: 'L1T3' },
  { scaleResolutionDownBy: 1, maxBitrate: 1_500_000, scalabilityMode: 'L1T3' },
];

const SCREEN: types.RtpEncodingParameters[] = [
  { scaleResolutionDownBy: 2, maxBitrate: 600_000, maxFramerate: 15, scalabilityMode: 'L1T3' },
  { scaleResolutionDownBy: 1, maxBitrate: 2_500_000, maxFramerate: 15, scalabilityMode: 'L1T3' },
];

/** Music and films are not speech: both channels, and no silence cut out. */
export const SCREEN_SOUND: types.ProducerOptions = {
  codecOptions: { opusDtx: false, opusFec: true, opusStereo: true, opusMaxAverageBitrate: 96_000 },
};

/** What `Transport.produce` is told for a source; VP8 where this browser has it, else what was negotiated. */
export const encodingOf = (source: Source, able: types.RtpCapabilities): types.ProducerOptions => {
  if (source === 'microphone') return { codecOptions: { opusDtx: true, opusFec: true, opusStereo: false } };
  const codec = able.codecs?.find((one) => one.mimeType.toLowerCase() === 'video/vp8');
  return {
    encodings: source === 'camera' ? CAMERA : SCREEN,
    codecOptions: { videoGoogleStartBitrate: 1000 },
    ...(codec ? { codec } : {}),
  };
};

export const LAYER: Readonly<Record<PictureSize, 0 | 1 | 2>> = { small: 0, medium: 1, large: 2 };
