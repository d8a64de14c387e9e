/**
 * Moving a block by hand: a grip beside the block under the pointer (on a touch screen: the block one writes in) is drawn to another place of the section.
 * Owns the grip, the line that shows where the block would stand, and scrolling at the page's edges. block-move.ts moves. Not for keys: they are
 * move-keys.ts's, so the grip is no stop of the Tab key.
 */
import { Extension, type Editor } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { render } from 'lit';
import { say } from '../../../shared/languages/area.ts';
import { boardArea } from '../../../shared/languages/areas/board.ts';
import { editorIcon } from '../../ui/editor-icons.ts';
import { blockBoxes, gapAt, placeAfter, scrollerOf } from './block-boxes.ts';
import { moveTo, type MovingWishes } from './move-keys.ts';

/** How near to the edge of what scrolls the page goes along, and how fast, px and px a frame. */
const EDGE = 48;
const PACE = 10;

class BlockDrag {
  readonly #editor: Editor;
  readonly #wishes: MovingWishes;
  readonly #mount: HTMLElement;
  readonly #grip = document.createElement('div');
  readonly #line = document.createElement('div');
  /** The block the grip stands beside, counted from above. */
  #beside: number | null = null;
  /** The block that is being drawn, as Yjs knows it: others may write above it meanwhile. */
  #drawn: unknown = null;
  #pointerAt = 0;
  #frame = 0;

  constructor(editor: Editor, mount: HTMLElement, wishes: MovingWishes) {
    this.#editor = editor;
    this.#wishes = wishes;
    this.#mount = mount;
    this.#grip.className = 'board-grip';
    this.#grip.ariaHidden = 'true';
    this.#line.className = 'board-drop-line';
    this.#line.ariaHidden = 'true';
    this.#grip.hidden = this.#line.hidden = true;
    render(editorIcon('grip'), this.#grip);
    mount.append(this.#grip, this.#line);
    mount.addEventListener('pointermove', this.#hover);
    mount.addEventListener('pointerleave', this.#left);
    this.#grip.addEventListener('pointerdown', this.#take);
    this.#grip.addEventListener('pointermove', this.#draw);
    this.#grip.addEventListener('pointerup', this.#drop);
    this.#grip.addEventListener('pointercancel', this.#letGo);
    // The text keeps its selection and its caret.
    this.#grip.addEventListener('mousedown', (event) => event.preventDefault());
  }

  /** Something was written or selected. */
  look(): void {
    if (this.#drawn !== null) return;
    const { isFocused, state } = this.#editor;
    if (isFocused && matchMedia('(pointer: coarse)').matches) this.#show(state.selection.$from.index(0));
    else if (this.#beside !== null) this.#show(this.#beside);
  }

  destroy(): void {
    this.#letGo();
    this.#mount.removeEventListener('pointermove', this.#hover);
    this.#mount.removeEventListener('pointerleave', this.#left);
    this.#grip.remove();
    this.#line.remove();
  }

  #boxes(): readonly DOMRect[] {
    return blockBoxes(this.#editor.view);
  }

  #show(index: number | null): void {
    const { isEditable, view } = this.#editor;
    const box = index === null || !isEditable || view.composing ? undefined : this.#boxes()[index];
    const alone = view.state.doc.childCount < 2;
    this.#beside = box === undefined || alone ? null : index;
    this.#grip.hidden = this.#beside === null;
    if (box === undefined) return;
    this.#grip.title = say(boardArea, this.#wishes.around.language(), 'dragBlock');
    this.#grip.style.top = `${box.top - this.#mount.getBoundingClientRect().top}px`;
  }

  readonly #hover = (event: PointerEvent): void => {
    if (this.#drawn !== null || event.pointerType === 'touch' || event.buttons !== 0) return;
    const index = this.#boxes().findIndex(({ top, bottom }) => event.clientY >= top && event.clientY < bottom);
    if (index >= 0 && index !== this.#beside) this.#show(index);
  };

  readonly #left = (event: PointerEvent): void => {
    if (this.#drawn === null && event.pointerType !== 'touch') this.#show(null);
  };

  readonly #take = (event: PointerEvent): void => {
    if (event.button !== 0 || this.#beside === null) return;
    event.preventDefault();
    this.#drawn = this.#wishes.fragment.toArray()[this.#beside] ?? null;
    if (this.#drawn === null) return;
    this.#grip.setPointerCapture(event.pointerId);
    this.#mount.classList.add('board-dragging');
    window.addEventListener('keydown', this.#key, true);
    this.#pointerAt = event.clientY;
    this.#frame = requestAnimationFrame(this.#goAlong);
  };

  readonly #draw = (event: PointerEvent): void => {
    if (this.#drawn === null) return;
    this.#pointerAt = event.clientY;
    this.#showLine();
  };

  /** At the edge of what scrolls, the page comes along, for as long as the pointer stays there. */
  readonly #goAlong = (): void => {
    if (this.#drawn === null) return;
    const scroller = scrollerOf(this.#mount);
    const { top, bottom } = scroller.getBoundingClientRect();
    const [above, below] = [Math.max(0, top) + EDGE, Math.min(innerHeight, bottom) - EDGE];
    const by = this.#pointerAt < above ? -PACE : this.#pointerAt > below ? PACE : 0;
    if (by !== 0) {
      scroller.scrollBy(0, by);
      this.#showLine();
    }
    this.#frame = requestAnimationFrame(this.#goAlong);
  };

  #showLine(): void {
    const boxes = this.#boxes();
    const gap = gapAt(boxes, this.#pointerAt);
    const edge = gap < boxes.length ? boxes[gap]?.top : boxes.at(-1)?.bottom;
    if (edge === undefined) return;
    this.#line.hidden = false;
    this.#line.style.top = `${edge - this.#mount.getBoundingClientRect().top}px`;
  }

  readonly #drop = (): void => {
    const { fragment } = this.#wishes;
    const index = fragment.toArray().findIndex((one) => one === this.#drawn);
    const to = placeAfter(index, gapAt(this.#boxes(), this.#pointerAt));
    const shown = !this.#line.hidden;
    this.#letGo();
    const { doc } = this.#editor.state;
    if (!shown || index < 0 || index >= doc.childCount) return;
    let pos = 0;
    for (let before = 0; before < index; before += 1) pos += doc.child(before).nodeSize;
    if (moveTo(this.#editor, this.#wishes, { path: [], index, count: doc.childCount, pos }, to)) this.#show(to);
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#letGo();
  };

  readonly #letGo = (): void => {
    this.#drawn = null;
    this.#line.hidden = true;
    this.#mount.classList.remove('board-dragging');
    cancelAnimationFrame(this.#frame);
    window.removeEventListener('keydown', this.#key, true);
  };
}

export const blockDrag = (wishes: MovingWishes) =>
  Extension.create({
    name: 'blockDrag',
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin({
          view: ({ dom }) => {
            const mount = dom.parentElement;
            const drag = mount === null ? null : new BlockDrag(editor, mount, wishes);
            return { update: () => drag?.look(), destroy: () => drag?.destroy() };
          },
        }),
      ];
    },
  });
