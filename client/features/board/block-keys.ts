/** Shortcuts of the typed blocks: Ctrl (⌘ on a Mac) with Alt and a digit. Owns the table; the editor's keymap keeps them out of compositions. */
import { Extension } from '@tiptap/core';
import type { BlockKind } from '../../../shared/notes/blocks.ts';
import type { Surroundings } from './surroundings.ts';
import { toggleBlock } from './typed-blocks.ts';

export const BLOCK_DIGITS: Readonly<Record<BlockKind, string>> = {
  keyPoint: '1',
  statement: '2',
  quote: '3',
  decision: '4',
  consensus: '5',
  suggestion: '6',
  action: '7',
  nextStep: '8',
  figure: '9',
  photo: '0',
};

export const blockKeys = (around: Surroundings) =>
  Extension.create({
    name: 'blockKeys',
    // Before the paragraph's own digit.
    priority: 1001,
    addKeyboardShortcuts() {
      return Object.fromEntries(
        (Object.keys(BLOCK_DIGITS) as BlockKind[]).map((kind) => [
          `Mod-Alt-${BLOCK_DIGITS[kind]}`,
          () => toggleBlock(this.editor, kind, around),
        ]),
      );
    },
  });
