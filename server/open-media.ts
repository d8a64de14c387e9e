/** The media plane as the configuration wants it. Owns reading that part of it; what media are is in media/. */
import { networkInterfaces } from 'node:os';
import type { FastifyBaseLogger } from 'fastify';
import { announcedAddress } from './announced-address.ts';
import type { Config } from './config.ts';
import { createMediaPlane } from './media/mediasoup/media-plane.ts';
import { turnServers } from './media/turn-credentials.ts';
import type { Clock, MediaPlane } from './ports.ts';

/** Rejects with Fault `media/noWorker`: a product without picture and sound would only pretend to be one, so it does not start. */
export const openMedia = ({ media }: Config, clock: Clock, log: FastifyBaseLogger): Promise<MediaPlane> =>
  createMediaPlane({
    workers: media.workers,
    listenIp: media.listenIp,
    announcedAddress: announcedAddress(media, networkInterfaces()),
    portBase: media.portBase,
    logger: log,
    iceServers: turnServers(media.turn, clock),
    ...(media.workerBin !== null && { workerBin: media.workerBin }),
  });
