/** What is in the board's fragments, without an editor. Owns reading the Yjs tree only. */
import * as Y from 'yjs';

export const fragmentHasContent = (document: Y.Doc, name: string): boolean =>
  document.share.has(name) && document.getXmlFragment(name).length > 0;

/** Whether a block of that name stands anywhere on the board. */
export const holdsBlock = (document: Y.Doc, blockId: string): boolean => {
  const holds = (node: Y.XmlFragment): boolean =>
    node
      .toArray()
      .some((child) => child instanceof Y.XmlElement && (child.getAttribute('blockId') === blockId || holds(child)));
  return [...document.share].some(([, shared]) => shared instanceof Y.XmlFragment && holds(shared));
};
