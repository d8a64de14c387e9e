/**
 * Which simulcast layer a tile asks for: by how wide it is drawn, and never more than its share of the line. Pure. What a layer weighs is said in
 * client/media/mediasoup/encodings.ts.
 */
import type { PictureSize } from '../../media/media-session.ts';

const SIZES: readonly PictureSize[] = ['small', 'medium', 'large'];

/** With so many pictures side by side: one large, four middling, or a page of small ones within 3 Mbit/s. */
export const mostFor = (tiles: number): PictureSize => (tiles <= 1 ? 'large' : tiles <= 4 ? 'medium' : 'small');

/** Device pixels beyond this are not seen in a moving face. */
const FINEST = 1.5;
/** Up to this many pixels wide the layer below looks the same. */
const WIDEST_SMALL = 330;
const WIDEST_MEDIUM = 700;

export const sizeFor = (cssWidth: number, pixelRatio: number, most: PictureSize): PictureSize => {
  const pixels = cssWidth * Math.min(pixelRatio, FINEST);
  const wanted: PictureSize = pixels <= WIDEST_SMALL ? 'small' : pixels <= WIDEST_MEDIUM ? 'medium' : 'large';
  return SIZES[Math.min(SIZES.indexOf(wanted), SIZES.indexOf(most))] ?? most;
};
