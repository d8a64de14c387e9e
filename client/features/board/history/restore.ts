/**
 * Puts a block of an earlier time back into a section. Owns where it comes to stand and under which names: it only ever adds, so that nothing that was
 * written since is lost. Must not know how it was found.
 */
import type { Editor } from '@tiptap/core';
import { Fragment, type Node } from '@tiptap/pm/model';
import { firstNameIn } from '../../../../shared/notes/compare.ts';

export interface Restoring {
  readonly node: unknown;
  /** The block behind which it is to stand, by its first name; null: at the beginning. */
  readonly behind: string | null;
  /** Whether a block of that name stands anywhere on the board. */
  readonly taken: (blockId: string) => boolean;
}

/** With its names where they are free; what stands on the board already keeps its own, and the copy is named anew. */
const named = (node: Node, taken: Restoring['taken']): Node => {
  const children: Node[] = [];
  node.content.forEach((child) => children.push(named(child, taken)));
  const name: unknown = node.attrs['blockId'];
  const again = typeof name === 'string' && name !== '' && taken(name);
  if (node.isText) return node;
  return node.type.create(
    again ? { ...node.attrs, blockId: '' } : node.attrs,
    Fragment.fromArray(children),
    node.marks,
  );
};

const placeBehind = (doc: Node, behind: string | null): number => {
  if (behind === null) return 0;
  let at = 0;
  let place = doc.content.size;
  doc.forEach((child) => {
    at += child.nodeSize;
    if (firstNameIn(child.toJSON()) === behind) place = at;
  });
  return place;
};

/** False when the section cannot be written in or does not understand the block; nothing is changed then. */
export const putBack = (editor: Editor, { node, behind, taken }: Restoring): boolean => {
  const { state, view } = editor;
  if (!editor.isEditable || view.composing) return false;
  try {
    const again = named(state.schema.nodeFromJSON(node), taken);
    again.check();
    view.dispatch(state.tr.insert(placeBehind(state.doc, behind), again).scrollIntoView());
    return true;
  } catch {
    // A version written by a newer client, or by a hostile one.
    return false;
  }
};
