/**
 * A board's Yjs document to plain ProseMirror JSON and back. Owns the translation only; what the JSON means is shared/notes.
 */
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { isId } from '../../shared/kernel/ids.ts';
import { isSafeAddress } from '../../shared/notes/addresses.ts';
import type { BoardJson, ProseMark, ProseNode } from '../../shared/notes/blocks.ts';

const isKept = ({ type, attrs }: ProseMark): boolean =>
  type !== 'link' || (typeof attrs?.['href'] === 'string' && isSafeAddress(attrs['href']));

/** The editor makes no other links, but whoever speaks the protocol can: such a link is text here, whatever is made of the JSON afterwards. */
const safeLinks = (node: ProseNode): ProseNode => ({
  ...node,
  ...(node.marks && { marks: node.marks.filter(isKept) }),
  ...(node.content && { content: node.content.map(safeLinks) }),
});

/** One fragment; null when it is no editor's document. */
export const fragmentJsonOf = (document: Y.Doc, name: string): ProseNode | null => {
  try {
    // The library types its answer loosely; read-board.ts takes any JSON and is tested against hostile ones.
    return safeLinks(yXmlFragmentToProsemirrorJSON(document.getXmlFragment(name)) as unknown as ProseNode);
  } catch {
    // A hostile client may have made a map or text of that name; it holds no blocks.
    return null;
  }
};

/** Every fragment of the document by name; one that is no editor's document is left out. */
export const boardJsonOf = (document: Y.Doc): BoardJson =>
  Object.fromEntries(
    [...document.share.keys()].filter(isId).flatMap((name) => {
      const fragment = fragmentJsonOf(document, name);
      return fragment === null ? [] : [[name, fragment] as const];
    }),
  );

const elementOf = (node: ProseNode): Y.XmlElement | Y.XmlText => {
  if (node.type === 'text') return new Y.XmlText(node.text ?? '');
  const element = new Y.XmlElement(node.type);
  for (const [name, value] of Object.entries(node.attrs ?? {}))
    if (typeof value === 'string') element.setAttribute(name, value);
  element.insert(0, (node.content ?? []).map(elementOf));
  return element;
};

/** Writes each fragment that is still empty; one with content is left as it is, so that a repeated import doubles nothing. */
export const writeBoardJson = (document: Y.Doc, board: BoardJson): void => {
  for (const [name, { content }] of Object.entries(board)) {
    const fragment = document.getXmlFragment(name);
    if (fragment.length === 0) fragment.insert(0, (content ?? []).map(elementOf));
  }
};
