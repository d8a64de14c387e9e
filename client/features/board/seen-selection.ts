/**
 * A key acts on what the person sees selected. Browsers tell of a changed selection in a later task, which on a busy machine comes after the
 * next key: a link set quickly after selecting would miss the words. Owns only the reading of the page's selection before a key is taken.
 */
import { Extension } from '@tiptap/core';
import { AllSelection, Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

const readSelection = (view: EditorView): void => {
  const { selection } = view.state;
  const seen = view.dom.ownerDocument.getSelection();
  if (view.composing || !seen?.anchorNode || !seen.focusNode) return;
  // A selected block or cells of a table show otherwise in the page than they are; only carets and words in lines are read.
  if (!(selection instanceof TextSelection || (selection instanceof AllSelection && seen.isCollapsed))) return;
  if (!view.hasFocus() || !view.dom.contains(seen.anchorNode) || !view.dom.contains(seen.focusNode)) return;
  const anchor = view.posAtDOM(seen.anchorNode, seen.anchorOffset);
  const head = view.posAtDOM(seen.focusNode, seen.focusOffset);
  const { doc } = view.state;
  if ((anchor === selection.anchor && head === selection.head) || Math.max(anchor, head) > doc.content.size) return;
  const [$anchor, $head] = [doc.resolve(anchor), doc.resolve(head)];
  // A place between lines is the page's way to write a caret in an empty one; the editor's own reading knows those.
  if (!$anchor.parent.inlineContent || !$head.parent.inlineContent) return;
  view.dispatch(view.state.tr.setSelection(TextSelection.create(doc, anchor, head)));
};

export const seenSelection = Extension.create({
  name: 'seenSelection',
  // Before every other hearer of keys.
  priority: 1000,
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown: (view, event) => {
            // A letter goes where the browser's own caret is. "Process" is an input method's key: what it composes is the browser's too.
            const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
            if (!isLetter && !event.isComposing && event.key !== 'Process') readSelection(view);
            return false;
          },
        },
      },
    }),
  ],
});
