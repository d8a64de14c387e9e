/**
 * A menu that opens at the caret when something is typed: a slash, an at sign. Owns when it is open and its keys; menu-list.ts draws it, and what
 * opens it, what it offers and what a choice does come in as a script. Never while composing: the keys are the input method's then.
 */
import { Extension, type Editor } from '@tiptap/core';
import { Plugin, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { MenuList, type MenuOption } from './menu-list.ts';

export interface Asked {
  readonly from: number;
  readonly to: number;
  readonly typed: string;
}

export interface MenuScript<Entry extends MenuOption> {
  readonly name: string;
  /** Finds in the text before the caret what asks for the menu; the first group is what was typed of the word. */
  readonly opening: RegExp;
  readonly label: () => string;
  readonly entries: (typed: string) => readonly Entry[];
  readonly make: (editor: Editor, asked: Asked, entry: Entry) => void;
}

const askedAt = (state: EditorState, opening: RegExp): Asked | null => {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code === true) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc');
  const found = opening.exec(before);
  if (found === null) return null;
  const typed = found[1] ?? '';
  return { from: $from.pos - typed.length - 1, to: $from.pos, typed };
};

class CaretMenu<Entry extends MenuOption> {
  readonly #editor: Editor;
  readonly #script: MenuScript<Entry>;
  readonly #list: MenuList;
  #asked: Asked | null = null;
  #entries: readonly Entry[] = [];
  #chosen = 0;
  /** Where Escape closed it; typing on there does not open it again. */
  #dismissed: number | null = null;

  constructor(editor: Editor, script: MenuScript<Entry>) {
    this.#editor = editor;
    this.#script = script;
    this.#list = new MenuList((index) => this.#make(index));
  }

  look(view: EditorView): void {
    const open = view.editable && view.hasFocus() && !view.composing;
    const asked = open ? askedAt(view.state, this.#script.opening) : null;
    if (asked === null || asked.from !== this.#dismissed) this.#dismissed = null;
    const entries = asked === null || this.#dismissed !== null ? [] : this.#script.entries(asked.typed);
    if (asked?.typed !== this.#asked?.typed || asked?.from !== this.#asked?.from) this.#chosen = 0;
    this.#asked = asked;
    this.#entries = entries;
    if (asked === null || entries.length === 0) this.#list.close(view);
    else this.#list.open(view, asked.from, entries, this.#chosen, this.#script.label());
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
      case 'Enter':
      case 'Tab':
        this.#make(this.#chosen);
        return true;
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

  #make(index: number): void {
    const entry = this.#entries[index];
    if (this.#asked !== null && entry !== undefined) this.#script.make(this.#editor, this.#asked, entry);
  }
}

export const caretMenu = <Entry extends MenuOption>(script: MenuScript<Entry>) =>
  Extension.create({
    name: script.name,
    // Before Enter's ordinary meaning.
    priority: 1001,
    addProseMirrorPlugins() {
      const menu = new CaretMenu(this.editor, script);
      const lookSoon = (view: EditorView): boolean => {
        setTimeout(() => view.isDestroyed || menu.look(view));
        return false;
      };
      return [
        new Plugin({
          view: (view) => ({ update: (updated) => menu.look(updated), destroy: () => menu.destroy(view) }),
          props: {
            handleKeyDown: (view, event) => menu.key(view, event),
            handleDOMEvents: { blur: lookSoon, focus: lookSoon, compositionstart: lookSoon, compositionend: lookSoon },
          },
        }),
      ];
    },
  });
