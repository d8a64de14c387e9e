/** A picture as office documents can hold it. Owns the shape alone; files/ makes it. */
import type { Photo } from '../../shared/document/document.ts';

/** `jpeg` is the encoded file; measures in pixels. */
export interface Picture {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
}

/** By the photo's file; a photo that is not among them is told by its caption and credit only. */
export type Pictures = ReadonlyMap<string, Picture>;

export const pictureOf = (pictures: Pictures, { file }: Photo): Picture | null =>
  file === null ? null : (pictures.get(file) ?? null);

/** Caption and credit as one line below the picture; empty when there is neither. */
export const photoLine = ({ caption, credit }: Photo): string =>
  [caption, credit].filter((one) => one !== null && one !== '').join(' — ');
