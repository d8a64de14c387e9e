/** The slash menu on the page: a listbox beside the caret, named to screen readers through the text box. Knows nothing of blocks. */
import type { EditorView } from '@tiptap/pm/view';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { boardArea } from '../../../shared/languages/areas/board.ts';
import { wordOf, type MenuEntry } from './menu-entries.ts';

let made = 0;

export class MenuList {
  readonly #dom = document.createElement('div');
  readonly #name = `board-menu-${++made}`;
  readonly #choose: (entry: MenuEntry) => void;

  constructor(choose: (entry: MenuEntry) => void) {
    this.#choose = choose;
    this.#dom.id = this.#name;
    this.#dom.className = 'board-menu';
    this.#dom.setAttribute('role', 'listbox');
  }

  open(view: EditorView, at: number, entries: readonly MenuEntry[], chosen: number, language: Language): void {
    this.#dom.ariaLabel = say(boardArea, language, 'chooseBlock');
    this.#dom.replaceChildren(...entries.map((entry, index) => this.#option(entry, index === chosen, language)));
    const host = view.dom.parentElement;
    if (host === null) return;
    if (this.#dom.parentElement !== host) host.append(this.#dom);
    const caret = view.coordsAtPos(at);
    const within = host.getBoundingClientRect();
    const below = caret.bottom + this.#dom.offsetHeight + 8 < window.innerHeight;
    const top = below ? caret.bottom + 4 : Math.max(8, caret.top - this.#dom.offsetHeight - 4);
    const left = Math.max(0, Math.min(caret.left - within.left, within.width - this.#dom.offsetWidth));
    this.#dom.style.top = `${top - within.top}px`;
    this.#dom.style.left = `${left}px`;
    view.dom.setAttribute('aria-controls', this.#name);
    view.dom.setAttribute('aria-activedescendant', `${this.#name}-${chosen}`);
    for (const [index, option] of [...this.#dom.children].entries()) option.id = `${this.#name}-${index}`;
  }

  close(view: EditorView): void {
    this.#dom.remove();
    view.dom.removeAttribute('aria-controls');
    view.dom.removeAttribute('aria-activedescendant');
  }

  #option(entry: MenuEntry, chosen: boolean, language: Language): HTMLElement {
    const option = document.createElement('div');
    option.setAttribute('role', 'option');
    option.ariaSelected = String(chosen);
    option.textContent = wordOf(entry, language);
    // The text keeps the focus.
    option.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      this.#choose(entry);
    });
    return option;
  }
}
