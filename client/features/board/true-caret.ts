/**
 * Keeps the caret where it is in the text when others write in the same line. y-tiptap (3.0.7 to 3.0.9) takes a line whose words changed for
 * one that was moved, and puts the caret back at its old distance from the line's start, so that letters land amid others' words. Without the
 * old distances it trusts the positions that Yjs keeps. Owns only the forgetting of those distances.
 */
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

interface Binding {
  beforeTransactionSelection: { absAnchor: number | null; absHead: number | null } | null;
}

export const trueCaret = (document: Y.Doc) =>
  Extension.create({
    name: 'trueCaret',
    // Listens after the binding, which notes the selection at the same moment.
    priority: 1,
    addProseMirrorPlugins: () => [
      new Plugin({
        view: (view) => {
          const forget = (): void => {
            const { binding } = ySyncPluginKey.getState(view.state) as { readonly binding: Binding };
            const noted = binding.beforeTransactionSelection;
            if (noted !== null) binding.beforeTransactionSelection = { ...noted, absAnchor: null, absHead: null };
          };
          document.on('beforeAllTransactions', forget);
          return { destroy: () => document.off('beforeAllTransactions', forget) };
        },
      }),
    ],
  });
