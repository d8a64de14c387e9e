/** One section's editor. Owns which extensions it has and how they are set; must not know sections or the screen around it. */
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { Heading } from '@tiptap/extension-heading';
import { Placeholder } from '@tiptap/extension-placeholder';
import { StarterKit } from '@tiptap/starter-kit';
import type { SeatId } from '../../../shared/kernel/ids.ts';
import { say } from '../../../shared/languages/area.ts';
import { boardArea } from '../../../shared/languages/areas/board.ts';
import type { BoardConnection } from '../../notes/board-connection.ts';
import { authorsMargin } from './authors-margin.ts';
import { blockDrag } from './block-drag.ts';
import { blockKeys } from './block-keys.ts';
import { BlockNames } from './block-names.ts';
import { carets } from './carets.ts';
import { links } from './links.ts';
import { taskLists } from './lists.ts';
import { mentionMenu } from './mention-menu.ts';
import { mentionNode } from './mention-node.ts';
import { moveKeys, type MovingWishes } from './move-keys.ts';
import { pasteLimit } from './paste-limit.ts';
import { pictureDrop } from './picture-drop.ts';
import { seenSelection } from './seen-selection.ts';
import { slashMenu } from './slash-menu.ts';
import type { Surroundings } from './surroundings.ts';
import { tables } from './tables.ts';
import { trueCaret } from './true-caret.ts';
import { typedBlocks } from './typed-blocks.ts';

/** Levels as they are meant within a section; on the page they stand below the section's own heading. The digits belong to block-keys.ts. */
const SectionHeading = Heading.extend({
  addKeyboardShortcuts() {
    return { 'Mod-Alt-h': () => this.editor.commands.toggleHeading({ level: 2 }) };
  },
  parseHTML: () => [
    ...['h1', 'h2', 'h4'].map((tag) => ({ tag, attrs: { level: 2 } })),
    ...['h3', 'h5', 'h6'].map((tag) => ({ tag, attrs: { level: 3 } })),
  ],
  renderHTML: ({ node, HTMLAttributes }) => [node.attrs['level'] === 2 ? 'h4' : 'h5', HTMLAttributes, 0],
}).configure({ levels: [2, 3] });

export interface EditorWishes {
  readonly element: HTMLElement;
  readonly fragment: string;
  readonly seat: SeatId;
  readonly board: BoardConnection;
  readonly around: Surroundings;
  readonly editable: boolean;
  /** Accessible name of the text box. */
  readonly name: string;
  readonly taken: (blockId: string) => boolean;
  readonly moving: MovingWishes;
}

export const openEditor = (wishes: EditorWishes): Editor => {
  const { around, board } = wishes;
  const fragment = board.document.getXmlFragment(wishes.fragment);
  return new Editor({
    element: wishes.element,
    injectCSS: false,
    editable: wishes.editable,
    editorProps: { attributes: { 'aria-label': wishes.name, 'aria-multiline': 'true', class: 'board-text' } },
    extensions: [
      StarterKit.configure({
        undoRedo: false,
        heading: false,
        link: false,
      }),
      SectionHeading,
      seenSelection,
      links(),
      ...taskLists(around),
      ...tables(),
      mentionNode(around),
      ...typedBlocks(around),
      BlockNames.configure({ taken: wishes.taken, moment: around.moment }),
      blockKeys(around),
      moveKeys(wishes.moving),
      blockDrag(wishes.moving),
      pictureDrop({ fragment, around }),
      slashMenu(around),
      mentionMenu(around),
      pasteLimit(around),
      Placeholder.configure({ placeholder: () => say(boardArea, around.language(), 'placeholder') }),
      Collaboration.configure({ fragment }),
      authorsMargin({ fragment, authors: around.authors, around }),
      trueCaret(board.document),
      carets(board.provider, wishes.seat, around),
    ],
  });
};
