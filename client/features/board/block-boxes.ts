/** Where the blocks of a section stand on the page, and between which of them a height lies. Owns the arithmetic of drawing a block to another place. */
import type { EditorView } from '@tiptap/pm/view';

/** Of each block of the section, from above. */
export const blockBoxes = (view: EditorView): readonly DOMRect[] => {
  const boxes: DOMRect[] = [];
  view.state.doc.forEach((_node, offset) => {
    const dom = view.nodeDOM(offset);
    boxes.push(dom instanceof Element ? dom.getBoundingClientRect() : new DOMRect());
  });
  return boxes;
};

/** The gap nearest to that height: 0 above the first block, as many as there are blocks beneath the last. */
export const gapAt = (boxes: readonly Pick<DOMRect, 'top' | 'bottom'>[], height: number): number => {
  const below = boxes.findIndex(({ top, bottom }) => height < (top + bottom) / 2);
  return below < 0 ? boxes.length : below;
};

/** Which place a block has that leaves its own and goes into that gap. */
export const placeAfter = (index: number, gap: number): number => (gap > index ? gap - 1 : gap);

/** What scrolls around an element, through shadow roots; the page itself in the end. */
export const scrollerOf = (element: Element): Element => {
  for (let at: Node | null = element; at !== null; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (!(at instanceof Element) || at.scrollHeight <= at.clientHeight) continue;
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.scrollingElement ?? document.documentElement;
};
