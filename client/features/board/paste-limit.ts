/** Refuses a paste that the board's line could not carry, before it enters the document. Knows the limit only by asking. */
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { Surroundings } from './surroundings.ts';

export const pasteLimit = (around: Pick<Surroundings, 'fits' | 'warn'>) =>
  Extension.create({
    name: 'pasteLimit',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handlePaste: (_view, event, slice) => {
            const plain = event.clipboardData?.getData('text/plain').length ?? 0;
            if (around.fits(Math.max(plain, slice.size))) return false;
            around.warn('pasteTooLarge');
            return true;
          },
          handleDrop: (view, _event, slice) => {
            if (view.dragging !== null || around.fits(slice.size)) return false;
            around.warn('pasteTooLarge');
            return true;
          },
        },
      }),
    ],
  });
