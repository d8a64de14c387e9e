/**
 * A picture made anew from what was sent: known by decoding, turned upright, without metadata, no larger than asked. Owns which formats are
 * taken and how many pixels; must not know where pictures are kept.
 */
import sharp from 'sharp';

const PIXELS = 50_000_000;
/** By what decoding finds, never by name or claimed type. SVG is not among them: it can carry script. */
const FORMATS: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'heif']);

export interface EncodedPicture {
  readonly body: Buffer;
  readonly width: number;
  readonly height: number;
}

export const encodePicture = async (
  body: Uint8Array,
  longestSide: number,
): Promise<EncodedPicture | 'file/notAPicture' | 'file/tooManyPixels'> => {
  try {
    const picture = sharp(body, { limitInputPixels: false, failOn: 'error', animated: false });
    const { format, width, height } = await picture.metadata();
    if (!FORMATS.has(format)) return 'file/notAPicture';
    if (width * height > PIXELS) return 'file/tooManyPixels';
    const { data, info } = await picture
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    return { body: data, width: info.width, height: info.height };
  } catch {
    return 'file/notAPicture';
  }
};
