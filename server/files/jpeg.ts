/** A kept picture as a JPEG, for office documents, which do not all know WebP. Must not know who asks. */
import sharp from 'sharp';

/** Pixels: sharp on paper at the width of a page's text. */
const WIDTH = 1600;

/** From a path or the file itself; width and height in pixels. */
export const jpegOf = async (
  source: string | Buffer,
): Promise<{ readonly jpeg: Buffer; readonly width: number; readonly height: number }> => {
  const { data, info } = await sharp(source)
    .resize({ width: WIDTH, withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 84 })
    .toBuffer({ resolveWithObject: true });
  return { jpeg: data, width: info.width, height: info.height };
};
