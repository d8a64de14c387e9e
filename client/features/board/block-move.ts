/**
 * Moves a block up or down within its section, or an item within its list. Owns that the move is one change of the shared document: the editor's
 * own way would write one block's words over the other's, and what somebody else types meanwhile would land in the wrong one.
 * Must not know keys, handles or what is announced.
 */
import type { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import type { ResolvedPos } from '@tiptap/pm/model';
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/** A block that can be moved: where its parent stands (indices from the section down), and its place among how many. */
export interface Movable {
  readonly path: readonly number[];
  readonly index: number;
  readonly count: number;
  /** Position before it. */
  readonly pos: number;
}

const ITEMS: ReadonlySet<string> = new Set(['listItem', 'taskItem']);

const movableAtDepth = ($at: ResolvedPos, depth: number): Movable => ({
  path: Array.from({ length: depth - 1 }, (_, level) => $at.index(level)),
  index: $at.index(depth - 1),
  count: $at.node(depth - 1).childCount,
  pos: $at.before(depth),
});

/** The list item at the position when it can go that way, or else the block of the section that it stands in. */
export const movableAt = ($at: ResolvedPos, by: -1 | 1): Movable | null => {
  for (let depth = $at.depth; depth > 1; depth -= 1) {
    if (!ITEMS.has($at.node(depth).type.name)) continue;
    const item = movableAtDepth($at, depth);
    if (item.index + by >= 0 && item.index + by < item.count) return item;
  }
  return $at.depth === 0 ? null : movableAtDepth($at, 1);
};

type Parent = Y.XmlFragment | Y.XmlElement;

const parentAt = (fragment: Y.XmlFragment, path: readonly number[]): Parent | null => {
  let parent: Parent = fragment;
  for (const index of path) {
    const child: unknown = parent.get(index);
    if (!(child instanceof Y.XmlElement)) return null;
    parent = child;
  }
  return parent;
};

/** Takes out what stands at `from` and puts the same, as a new element, where `to` was. */
const shift = (parent: Parent, from: number, to: number): boolean => {
  const moved: unknown = parent.get(from);
  if (!(moved instanceof Y.XmlElement)) return false;
  const copy = moved.clone();
  parent.delete(from, 1);
  parent.insert(to, [copy]);
  return true;
};

export interface MoveWishes {
  readonly editor: Editor;
  readonly fragment: Y.XmlFragment;
  /** Whether somebody else is writing in that block: then those it goes past are moved instead, if nobody writes in them. */
  readonly isOthers: (block: unknown) => boolean;
}

/** Puts the block at the place `to` among its siblings. False when there is nothing to move; the caret stays in what it was in. */
export const moveBlock = ({ editor, fragment, isOthers }: MoveWishes, movable: Movable, to: number): boolean => {
  const { path, index, count, pos } = movable;
  const { view } = editor;
  if (view.composing || !editor.isEditable || to === index || to < 0 || to >= count) return false;
  const parent = parentAt(fragment, path);
  const { doc } = fragment;
  if (parent === null || doc === null || parent.length !== count) return false;
  const within = view.state.selection.head - pos;
  const holdsCaret = within > 0 && within < (view.state.doc.nodeAt(pos)?.nodeSize ?? 0);
  const focused = view.hasFocus();
  const { undoManager: undo } = yUndoPluginKey.getState(view.state) as { readonly undoManager: Y.UndoManager };
  undo.stopCapturing();
  const step = to < index ? -1 : 1;
  const passed = Array.from({ length: Math.abs(to - index) }, (_, at) => index + step * (at + 1));
  const goRound = isOthers(parent.get(index)) && !passed.some((other) => isOthers(parent.get(other)));
  let moved = false;
  doc.transact(() => {
    // One after the other they go past it, and it has moved without being touched.
    moved = goRound ? passed.every((other) => shift(parent, other, other - step)) : shift(parent, index, to);
  }, ySyncPluginKey);
  undo.stopCapturing();
  if (!moved) return false;
  if (holdsCaret) placeCaret(editor, path, to, within);
  if (focused) view.focus();
  return true;
};

const placeCaret = ({ view }: Editor, path: readonly number[], index: number, within: number): void => {
  const { doc } = view.state;
  let parent = doc;
  let inside = 0;
  for (const step of [...path, index]) {
    for (let sibling = 0; sibling < step; sibling += 1) inside += parent.child(sibling).nodeSize;
    parent = parent.child(step);
    inside += 1;
  }
  const at = Math.min(inside - 1 + within, inside - 1 + parent.nodeSize);
  view.dispatch(view.state.tr.setSelection(Selection.near(doc.resolve(at))).scrollIntoView());
};
