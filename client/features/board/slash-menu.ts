/**
 * The menu that a slash opens at the start of a line or after a space: every kind of block. Chinese keyboards give 、 for the slash, which starts
 * no sentence. Owns what a choice makes; caret-menu.ts opens and closes.
 */
import type { Editor } from '@tiptap/core';
import { say } from '../../../shared/languages/area.ts';
import { boardArea } from '../../../shared/languages/areas/board.ts';
import { caretMenu, type Asked } from './caret-menu.ts';
import { entriesFor, type MenuEntry } from './menu-entries.ts';
import type { Surroundings } from './surroundings.ts';
import { newTable } from './tables.ts';
import { presetOf } from './typed-blocks.ts';

const make = (editor: Editor, asked: Asked, entry: MenuEntry, around: Surroundings): void => {
  const chain = editor.chain().focus().deleteRange(asked);
  switch (entry) {
    case 'text':
      return void chain.setNode('paragraph').run();
    case 'heading':
      return void chain.setNode('heading', { level: 2 }).run();
    case 'list':
      return void chain.toggleBulletList().run();
    case 'numbered':
      return void chain.toggleOrderedList().run();
    case 'tasks':
      return void chain.toggleTaskList().run();
    case 'table':
      return void chain.insertTable(newTable).run();
    default:
      chain.setNode(entry, presetOf(entry, around)).run();
  }
};

export const slashMenu = (around: Surroundings) => {
  const words = (key: Parameters<typeof say<keyof typeof boardArea.en>>[2]): string =>
    say(boardArea, around.language(), key);
  return caretMenu({
    name: 'slashMenu',
    opening: /(?:(?:^|\s)\/|^、)([\p{L}\p{N}]{0,20})$/u,
    label: () => words('chooseBlock'),
    entries: (typed) => entriesFor(typed).map((entry) => ({ entry, word: words(entry) })),
    make: (editor, asked, { entry }) => make(editor, asked, entry, around),
  });
};
