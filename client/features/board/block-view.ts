/**
 * A typed block on the page: its word in the margin, its line, its fields. Owns this piece of DOM; must not know what a field means.
 * An attribute's change never redraws the line: that would break a composition (Chinese input) in it.
 */
import type { NodeViewRendererProps } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import { say } from '../../../shared/languages/area.ts';
import { boardArea } from '../../../shared/languages/areas/board.ts';
import { BLOCK_ATTRIBUTES, type BlockKind } from '../../../shared/notes/blocks.ts';
import type { BlockField } from './fields/field.ts';
import { fieldFor } from './fields/fields.ts';
import type { Surroundings } from './surroundings.ts';

export class BlockView implements NodeView {
  readonly dom = document.createElement('div');
  readonly contentDOM = document.createElement('p');
  readonly #mark = document.createElement('span');
  readonly #rest = document.createElement('div');
  readonly #fields: readonly BlockField[];
  readonly #kind: BlockKind;
  readonly #given: NodeViewRendererProps;
  readonly #around: Surroundings;
  readonly #stop: () => void;
  #node: Node;

  constructor(kind: BlockKind, given: NodeViewRendererProps, around: Surroundings) {
    this.#kind = kind;
    this.#given = given;
    this.#around = around;
    this.#node = given.node;
    this.dom.className = `board-block board-block-${kind}`;
    this.#mark.className = 'board-mark';
    this.#mark.contentEditable = 'false';
    this.contentDOM.className = 'board-line';
    this.#rest.className = 'board-fields';
    this.#rest.contentEditable = 'false';
    this.#fields = BLOCK_ATTRIBUTES[kind].map((name) =>
      fieldFor(name, { around, change: (value) => this.#change(name, value) }),
    );
    this.#rest.append(...this.#fields.map(({ dom }) => dom));
    this.dom.append(this.#mark, this.contentDOM);
    if (this.#fields.length > 0) this.dom.append(this.#rest);
    this.#rest.addEventListener('keydown', (event) => this.#leave(event));
    this.#stop = around.onChange(() => this.#show());
    this.#show();
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    const before = this.#node.attrs;
    this.#node = node;
    if (before !== node.attrs) this.#show();
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof globalThis.Node && this.#rest.contains(event.target);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  destroy(): void {
    this.#stop();
  }

  #show(): void {
    this.#mark.textContent = say(boardArea, this.#around.language(), this.#kind);
    const attributes: readonly string[] = BLOCK_ATTRIBUTES[this.#kind];
    for (const [at, field] of this.#fields.entries()) {
      const value: unknown = this.#node.attrs[attributes[at] ?? ''];
      field.show(typeof value === 'string' ? value : '', this.#given.editor.isEditable, this.#described());
    }
  }

  /** What a picture shows: in its own words, or else in its caption's. */
  #described(): string {
    const alt: unknown = this.#node.attrs['alt'];
    return typeof alt === 'string' && alt !== '' ? alt : this.#node.textContent;
  }

  #change(name: string, value: string): void {
    const { editor, getPos } = this.#given;
    const at = getPos();
    if (at === undefined || !editor.isEditable || this.#node.attrs[name] === value) return;
    editor.view.dispatch(editor.state.tr.setNodeAttribute(at, name, value));
  }

  /** Escape, and Enter in a single-line field, lead back to the line. */
  #leave(event: KeyboardEvent): void {
    const back = event.key === 'Escape' || (event.key === 'Enter' && event.target instanceof HTMLInputElement);
    if (!back || event.isComposing) return;
    event.preventDefault();
    const at = this.#given.getPos();
    if (at === undefined) return;
    // At once: the editor's own focus command waits for the next frame, and a quick key would be lost.
    const { state, view } = this.#given.editor;
    view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, at + 1 + this.#node.content.size)));
    view.focus();
  }
}
