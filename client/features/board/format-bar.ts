/** The tools of plain writing: marks, lists, table, link, mention, moving, undoing. Owns their row and what each does to an editor. */
import type { Editor } from '@tiptap/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { boardArea } from '../../../shared/languages/areas/board.ts';
import { editorIcon, type EditorIconName } from '../../ui/editor-icons.ts';
import type { CaretState, Pressed } from './caret-state.ts';
import { keepFocus, rove } from './roving.ts';
import { newTable } from './tables.ts';

export type Tool = Pressed | 'mention' | 'moveUp' | 'moveDown' | 'undo' | 'redo';

interface ToolLook {
  readonly icon: EditorIconName;
  readonly key?: string;
  readonly aria?: string;
}

const TOOLS: Readonly<Record<Tool, ToolLook>> = {
  bold: { icon: 'bold', key: 'Ctrl+B', aria: 'Control+B' },
  italic: { icon: 'italic', key: 'Ctrl+I', aria: 'Control+I' },
  heading: { icon: 'heading', key: 'Ctrl+Alt+H', aria: 'Control+Alt+H' },
  list: { icon: 'list', key: 'Ctrl+Shift+8', aria: 'Control+Shift+8' },
  numbered: { icon: 'numbered', key: 'Ctrl+Shift+7', aria: 'Control+Shift+7' },
  tasks: { icon: 'tasks', key: 'Ctrl+Shift+9', aria: 'Control+Shift+9' },
  table: { icon: 'table' },
  link: { icon: 'link', key: 'Ctrl+K', aria: 'Control+K' },
  mention: { icon: 'mention', key: '@' },
  moveUp: { icon: 'up', key: 'Alt+↑', aria: 'Alt+ArrowUp' },
  moveDown: { icon: 'down', key: 'Alt+↓', aria: 'Alt+ArrowDown' },
  undo: { icon: 'undo', key: 'Ctrl+Z', aria: 'Control+Z' },
  redo: { icon: 'redo', key: 'Ctrl+Y', aria: 'Control+Y' },
};

/** Types what opens a menu, after a gap where the text before would keep it shut. */
const typeOpener = (editor: Editor, opener: string): void => {
  const { $from } = editor.state.selection;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc');
  editor
    .chain()
    .focus()
    .insertContent(/(?:^|\s)$/.test(before) ? opener : ` ${opener}`)
    .run();
};

export const openBlockMenu = (editor: Editor): void => typeOpener(editor, '/');

export interface ToolDeeds {
  readonly link: (editor: Editor) => void;
  readonly move: (editor: Editor, by: -1 | 1) => void;
}

export const useTool = (editor: Editor, tool: Tool, deeds: ToolDeeds): void => {
  const chain = editor.chain().focus();
  switch (tool) {
    case 'bold':
      return void chain.toggleBold().run();
    case 'italic':
      return void chain.toggleItalic().run();
    case 'heading':
      return void chain.toggleHeading({ level: 2 }).run();
    case 'list':
      return void chain.toggleBulletList().run();
    case 'numbered':
      return void chain.toggleOrderedList().run();
    case 'tasks':
      return void chain.toggleTaskList().run();
    case 'table':
      return void (editor.isActive('table') ? chain.run() : chain.insertTable(newTable).run());
    case 'link':
      return deeds.link(editor);
    case 'mention':
      return typeOpener(editor, '@');
    case 'moveUp':
    case 'moveDown':
      return deeds.move(editor, tool === 'moveUp' ? -1 : 1);
    case 'undo':
      return void chain.undo().run();
    case 'redo':
      return void chain.redo().run();
  }
};

export interface FormatWishes {
  readonly language: Language;
  readonly caret: CaretState;
  readonly use: (tool: Tool) => void;
  /** Opens the menu of all kinds, which a narrow page has no room to list. */
  readonly insert: () => void;
}

const isPressable = (tool: Tool, on: ReadonlySet<string>): boolean | null =>
  ['mention', 'moveUp', 'moveDown', 'undo', 'redo'].includes(tool) ? null : on.has(tool);

export const formatBar = ({ language, caret, use, insert }: FormatWishes): TemplateResult => {
  const words = (tool: Tool): string => say(boardArea, language, `tool.${tool}`);
  return html`<div
    class="board-tools board-format"
    role="toolbar"
    aria-label=${say(boardArea, language, 'format')}
    @keydown=${rove}
  >
    <button type="button" class="board-insert" @pointerdown=${keepFocus} @click=${insert}>
      <span aria-hidden="true">+</span> ${say(boardArea, language, 'insert')}
    </button>
    ${(Object.keys(TOOLS) as Tool[]).map((tool) => {
      const { icon, key, aria } = TOOLS[tool];
      const pressed = isPressable(tool, caret.on);
      return html`<button
        type="button"
        tabindex="-1"
        aria-label=${words(tool)}
        title=${key === undefined ? words(tool) : `${words(tool)} (${key})`}
        aria-keyshortcuts=${aria ?? nothing}
        aria-pressed=${pressed === null ? nothing : String(pressed)}
        @pointerdown=${keepFocus}
        @click=${() => use(tool)}
      >
        ${editorIcon(icon)}
      </button>`;
    })}
  </div>`;
};
