/** A menu on the page: a listbox beside the caret, named to screen readers through the text box. Knows nothing of what it offers. */
import type { EditorView } from '@tiptap/pm/view';

export interface MenuOption {
  readonly word: string;
  /** Said beside the word, quieter: a shortcut, a position. */
  readonly aside?: string;
}

let made = 0;

export class MenuList {
  readonly #dom = document.createElement('div');
  readonly #name = `board-menu-${++made}`;
  readonly #choose: (index: number) => void;

  constructor(choose: (index: number) => void) {
    this.#choose = choose;
    this.#dom.id = this.#name;
    this.#dom.className = 'board-menu';
    this.#dom.setAttribute('role', 'listbox');
  }

  open(view: EditorView, at: number, options: readonly MenuOption[], chosen: number, label: string): void {
    this.#dom.ariaLabel = label;
    this.#dom.replaceChildren(...options.map((option, index) => this.#option(option, index, index === chosen)));
    const host = view.dom.parentElement;
    if (host === null) return;
    if (this.#dom.parentElement !== host) host.append(this.#dom);
    this.#place(view, at, host);
    view.dom.setAttribute('aria-controls', this.#name);
    view.dom.setAttribute('aria-activedescendant', `${this.#name}-${chosen}`);
    this.#dom.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }

  close(view: EditorView): void {
    // Another menu may hold the text box's attributes by now.
    if (!this.#dom.isConnected) return;
    this.#dom.remove();
    view.dom.removeAttribute('aria-controls');
    view.dom.removeAttribute('aria-activedescendant');
  }

  #place(view: EditorView, at: number, host: HTMLElement): void {
    const caret = view.coordsAtPos(at);
    const within = host.getBoundingClientRect();
    const height = this.#dom.offsetHeight;
    const below = caret.bottom + height + 8 < window.innerHeight || caret.top - height < 8;
    const top = below ? caret.bottom + 4 : caret.top - height - 4;
    const left = Math.max(0, Math.min(caret.left - within.left, within.width - this.#dom.offsetWidth));
    this.#dom.style.top = `${top - within.top}px`;
    this.#dom.style.left = `${left}px`;
  }

  #option({ word, aside }: MenuOption, index: number, chosen: boolean): HTMLElement {
    const option = document.createElement('div');
    option.id = `${this.#name}-${index}`;
    option.setAttribute('role', 'option');
    option.ariaSelected = String(chosen);
    option.textContent = word;
    if (aside !== undefined && aside !== '') {
      const quiet = document.createElement('small');
      quiet.textContent = aside;
      option.append(' ', quiet);
    }
    // The text keeps the focus.
    option.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      this.#choose(index);
    });
    return option;
  }
}
