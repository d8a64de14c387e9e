/**
 * Pictures that are pasted or dropped into the text become photo blocks. Owns where they come to stand: beneath the block they were put on, wherever
 * that has gone while they were being uploaded. Must not know how pictures are kept; sizes and hidden facts are the server's to take away.
 */
import { Extension, type Editor } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { Node } from '@tiptap/pm/model';
import type * as Y from 'yjs';
import type { FileId } from '../../../shared/kernel/ids.ts';
import type { Surroundings } from './surroundings.ts';

export interface PictureWishes {
  readonly fragment: Y.XmlFragment;
  readonly around: Pick<Surroundings, 'keepPicture' | 'warn'>;
}

/** More at once is somebody's whole folder. */
const MOST = 12;

const picturesIn = (given: DataTransfer | null): readonly File[] =>
  [...(given?.files ?? [])].filter(({ type }) => type.startsWith('image/')).slice(0, MOST);

const isEmptyLine = (node: Node | null): boolean => node?.type.name === 'paragraph' && node.content.size === 0;

/** Which block of the section, counted from above, holds the position. */
const blockAt = (editor: Editor, pos: number): number => {
  const { doc } = editor.state;
  const $pos = doc.resolve(Math.min(Math.max(0, pos), doc.content.size));
  return Math.min($pos.index(0), doc.childCount - 1);
};

/** Beneath that block; an empty line goes on waiting below what was put there. */
const placeBy = (doc: Node, index: number): number => {
  let at = 0;
  for (let before = 0; before < index; before += 1) at += doc.child(before).nodeSize;
  const child = doc.maybeChild(index);
  return child === null || isEmptyLine(child) ? at : at + child.nodeSize;
};

const put = (editor: Editor, fragment: Y.XmlFragment, beside: unknown, file: FileId): boolean => {
  const { doc, schema } = editor.state;
  const photo = schema.nodes['photo']?.create({ file });
  if (photo === undefined || editor.isDestroyed || !editor.isEditable) return false;
  const now = fragment.toArray().findIndex((one) => one === beside);
  editor.view.dispatch(editor.state.tr.insert(placeBy(doc, now < 0 ? doc.childCount : now), photo));
  return true;
};

const keepAll = async (editor: Editor, { fragment, around }: PictureWishes, files: readonly File[], pos: number) => {
  // The block as Yjs knows it: it is found again when others have written above it.
  const beside: unknown = fragment.toArray()[blockAt(editor, pos)];
  around.warn('uploading');
  try {
    // From the last to the first, each right beneath the block: they come to stand in the order in which they were given.
    const kept = await Promise.all(files.map((file) => around.keepPicture(file)));
    const stand = kept.toReversed().every((file) => put(editor, fragment, beside, file));
    around.warn(stand ? null : 'uploadFailed');
  } catch {
    around.warn('uploadFailed');
  }
};

export const pictureDrop = (wishes: PictureWishes) =>
  Extension.create({
    name: 'pictureDrop',
    // Before the limit of pastes, which counts letters.
    priority: 1001,
    addProseMirrorPlugins() {
      const { editor } = this;
      const take = (given: DataTransfer | null, pos: number): boolean => {
        const pictures = picturesIn(given);
        // A word processor's or a table's copy carries a picture of itself beside its words: those are words.
        if (pictures.length === 0 || (given?.getData('text/plain') ?? '').trim() !== '' || !editor.isEditable)
          return false;
        void keepAll(editor, wishes, pictures, pos);
        return true;
      };
      return [
        new Plugin({
          props: {
            handlePaste: ({ state }, event) => take(event.clipboardData, state.selection.from),
            handleDrop: (view, event) => {
              const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
              if (view.dragging !== null || !take(event.dataTransfer, at?.pos ?? view.state.doc.content.size))
                return false;
              event.preventDefault();
              return true;
            },
          },
        }),
      ];
    },
  });
