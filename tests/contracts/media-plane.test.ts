// The media plane's contract over mediasoup, with its real worker.
import { createMediaPlane } from '../../server/media/mediasoup/media-plane.ts';
import { mediaPlaneContract } from './media-plane.ts';
import { planeOptions } from '../support/plane-options.ts';

mediaPlaneContract('mediasoup', async () => createMediaPlane(await planeOptions(1)));
