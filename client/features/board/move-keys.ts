/** Alt with an arrow moves the block at the caret, and says aloud where it went. Owns the keys and the words, those of the hand's too; block-move.ts moves. */
import { Extension, type Editor } from '@tiptap/core';
import type * as Y from 'yjs';
import { say } from '../../../shared/languages/area.ts';
import { boardArea } from '../../../shared/languages/areas/board.ts';
import { announce } from '../../ui/live-region.ts';
import { movableAt, moveBlock, type Movable, type MoveWishes } from './block-move.ts';
import type { Surroundings } from './surroundings.ts';

export interface MovingWishes {
  readonly fragment: Y.XmlFragment;
  readonly isOthers: MoveWishes['isOthers'];
  readonly around: Pick<Surroundings, 'language'>;
}

export const moveTo = (editor: Editor, wishes: MovingWishes, movable: Movable, to: number): boolean => {
  const moved = moveBlock({ editor, ...wishes }, movable, to);
  const place = { place: to + 1, count: movable.count };
  if (moved) announce(say(boardArea, wishes.around.language(), 'movedTo', place));
  return moved;
};

/** Always true: the key is this one's, even at the end of the section, where the browser would scroll or go back in history. */
export const moveBy = (editor: Editor, wishes: MovingWishes, by: -1 | 1): boolean => {
  const movable = movableAt(editor.state.selection.$from, by);
  if (movable !== null && !moveTo(editor, wishes, movable, movable.index + by))
    announce(say(boardArea, wishes.around.language(), by < 0 ? 'isFirst' : 'isLast'));
  return true;
};

export const moveKeys = (wishes: MovingWishes) =>
  Extension.create({
    name: 'moveKeys',
    priority: 1001,
    addKeyboardShortcuts() {
      return {
        'Alt-ArrowUp': () => moveBy(this.editor, wishes, -1),
        'Alt-ArrowDown': () => moveBy(this.editor, wishes, 1),
      };
    },
  });
