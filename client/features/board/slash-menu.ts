/**
 * The menu that a slash opens at the start of a line or after a space. Owns when it is open and its keys; menu-list.ts draws it.
 * Never while composing: the keys are the input method's then. Chinese keyboards give 、 for the slash, which starts no sentence.
 */
import { Extension, type Editor } from '@tiptap/core';
import { Plugin, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { entriesFor, type MenuEntry } from './menu-entries.ts';
import { MenuList } from './menu-list.ts';
import type { Surroundings } from './surroundings.ts';
import { presetOf } from './typed-blocks.ts';

interface Asked {
  readonly from: number;
  readonly to: number;
  readonly typed: string;
}

const askedAt = (state: EditorState): Asked | null => {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code === true) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc');
  const found = /(?:(?:^|\s)\/|^、)([\p{L}\p{N}]{0,20})$/u.exec(before);
  if (found === null) return null;
  const typed = found[1] ?? '';
  return { from: $from.pos - typed.length - 1, to: $from.pos, typed };
};

const make = (editor: Editor, asked: Asked, entry: MenuEntry, around: Surroundings): void => {
  const chain = editor.chain().focus().deleteRange(asked);
  if (entry === 'text') chain.setNode('paragraph').run();
  else if (entry === 'heading') chain.setNode('heading', { level: 2 }).run();
  else if (entry === 'list') chain.toggleBulletList().run();
  else chain.setNode(entry, presetOf(entry, around)).run();
};

class SlashMenu {
  readonly #editor: Editor;
  readonly #around: Surroundings;
  readonly #list: MenuList;
  #asked: Asked | null = null;
  #entries: readonly MenuEntry[] = [];
  #chosen = 0;
  /** Where Escape closed it; typing on there does not open it again. */
  #dismissed: number | null = null;

  constructor(editor: Editor, around: Surroundings) {
    this.#editor = editor;
    this.#around = around;
    this.#list = new MenuList((entry) => this.#make(entry));
  }

  look(view: EditorView): void {
    const asked = view.editable && view.hasFocus() && !view.composing ? askedAt(view.state) : null;
    if (asked === null || asked.from !== this.#dismissed) this.#dismissed = null;
    const entries = asked === null || this.#dismissed !== null ? [] : entriesFor(asked.typed);
    if (asked?.typed !== this.#asked?.typed) this.#chosen = 0;
    if (asked !== null && this.#asked !== null && asked.from !== this.#asked.from) this.#chosen = 0;
    this.#asked = asked;
    this.#entries = entries;
    if (asked === null || entries.length === 0) this.#list.close(view);
    else this.#list.open(view, asked.from, entries, this.#chosen, this.#around.language());
  }

  key(view: EditorView, event: KeyboardEvent): boolean {
    const count = this.#entries.length;
    if (count === 0 || this.#asked === null || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
      return false;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        this.#chosen = (this.#chosen + (event.key === 'ArrowDown' ? 1 : count - 1)) % count;
        this.look(view);
        return true;
      case 'Enter': {
        const entry = this.#entries[this.#chosen];
        if (entry !== undefined) this.#make(entry);
        return true;
      }
      case 'Escape':
        this.#dismissed = this.#asked.from;
        this.look(view);
        return true;
      default:
        return false;
    }
  }

  destroy(view: EditorView): void {
    this.#list.close(view);
  }

  #make(entry: MenuEntry): void {
    if (this.#asked !== null) make(this.#editor, this.#asked, entry, this.#around);
  }
}

export const slashMenu = (around: Surroundings) =>
  Extension.create({
    name: 'slashMenu',
    // Before Enter's ordinary meaning.
    priority: 1001,
    addProseMirrorPlugins() {
      const menu = new SlashMenu(this.editor, around);
      const lookSoon = (view: EditorView): boolean => {
        setTimeout(() => view.isDestroyed || menu.look(view));
        return false;
      };
      return [
        new Plugin({
          view: () => ({ update: (view) => menu.look(view) }),
          props: {
            handleKeyDown: (view, event) => menu.key(view, event),
            handleDOMEvents: { blur: lookSoon, focus: lookSoon, compositionstart: lookSoon, compositionend: lookSoon },
          },
        }),
        new Plugin({ view: (view) => ({ destroy: () => menu.destroy(view) }) }),
      ];
    },
  });
