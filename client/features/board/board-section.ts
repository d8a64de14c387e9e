/**
 * One section of the board: its title and its editor. Owns the editor's life; must not know the order of sections.
 * Moving it on the page (the agenda was reordered) keeps the editor; only leaving the page ends it.
 */
import type { Editor } from '@tiptap/core';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SeatId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { boardArea } from '../../../shared/languages/areas/board.ts';
import type { BoardConnection } from '../../notes/board-connection.ts';
import { othersWriteIn } from './carets.ts';
import { openEditor } from './editor.ts';
import type { MovingWishes } from './move-keys.ts';
import type { Section } from './sections.ts';
import type { Surroundings } from './surroundings.ts';

@customElement('plenary-board-section')
export class BoardSection extends LitElement {
  @property({ attribute: false }) declare section: Section;
  @property({ attribute: false }) declare board: BoardConnection;
  @property({ attribute: false }) declare around: Surroundings;
  @property({ attribute: false }) declare seat: SeatId;
  @property({ attribute: false }) declare language: Language;
  @property({ type: Boolean }) declare editable: boolean;
  @property({ attribute: false }) declare taken: (blockId: string) => boolean;
  editor: Editor | null = null;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && this.editor === null) this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.editor?.destroy();
      this.editor = null;
    });
  }

  protected override firstUpdated(): void {
    if (this.isConnected) this.#open();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.editor === null) return;
    if (changed.has('editable') && this.editor.isEditable !== this.editable)
      this.editor.setEditable(this.editable, false);
    // The hint in an empty line is drawn anew only with a new state.
    if (changed.has('language')) this.editor.view.dispatch(this.editor.state.tr);
    if (changed.has('language') || changed.has('section')) this.editor.view.dom.ariaLabel = this.#title();
  }

  protected override render() {
    const { standing } = this.section;
    const word = standing === 'ordinary' ? nothing : say(boardArea, this.language, standing);
    return html`<h3 class="board-title" aria-current=${standing === 'current' ? 'true' : nothing}>
        ${this.#title()}${word === nothing ? nothing : html` <span class="board-standing">${word}</span>`}
      </h3>
      <div class="board-mount"></div>`;
  }

  /** What it takes to move a block of this section. */
  get moving(): MovingWishes {
    const { board, around, section } = this;
    return {
      fragment: board.document.getXmlFragment(section.fragment),
      isOthers: (block) => othersWriteIn(block, board.provider.awareness),
      around,
    };
  }

  #title(): string {
    return this.section.title ?? say(boardArea, this.language, 'general');
  }

  #open(): void {
    const element = this.querySelector<HTMLElement>('.board-mount');
    if (element === null) return;
    this.editor = openEditor({
      moving: this.moving,
      element,
      fragment: this.section.fragment,
      seat: this.seat,
      board: this.board,
      around: this.around,
      editable: this.editable,
      name: this.#title(),
      taken: this.taken,
    });
    const bubble = (name: string) => () => this.dispatchEvent(new CustomEvent(name, { bubbles: true }));
    this.editor.on('focus', bubble('board-section-focus'));
    this.editor.on('selectionUpdate', bubble('board-caret'));
    this.editor.on('update', bubble('board-caret'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-board-section': BoardSection;
  }
}
