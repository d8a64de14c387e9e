/**
 * How much of sound and picture a person wants: what is fetched and what a camera may cost in each mode. Pure but for the memory of the choice;
 * must not know how pictures travel.
 */
import type { Source } from '../../shared/workshop/stage/types.ts';
import { recall, remember } from './kept.ts';
import type { PictureSize } from './media-session.ts';

export const MODES = ['full', 'saver', 'slides', 'audio'] as const;
export type Mode = (typeof MODES)[number];

const KEY = 'media.mode';

export const rememberedMode = (): Mode => MODES.find((mode) => mode === recall(KEY)) ?? 'full';

export const rememberMode = (mode: Mode): void => remember(KEY, mode);

/** The size in which a picture that is drawn at `size` is fetched; null: not at all. Sound always comes. */
export const pictureIn = (mode: Mode, source: Source, size: PictureSize): PictureSize | null => {
  switch (mode) {
    case 'full':
      return size;
    case 'saver':
      // A screen must stay readable.
      return source === 'screen' ? size : 'small';
    case 'slides':
      return source === 'screen' ? size : null;
    case 'audio':
      return null;
  }
};

/** Whoever fetches no faces sends none by habit; switching the camera on again stays possible. */
export const keepsCamera = (mode: Mode): boolean => mode === 'full' || mode === 'saver';
