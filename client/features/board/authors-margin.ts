/**
 * Shows in the margin who wrote each block, and when. Owns when it is drawn anew: a while after writing, and never while something is being composed.
 * What it says is authors.ts's; how it looks is authors-styles.ts's.
 */
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { Node } from '@tiptap/pm/model';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type * as Y from 'yjs';
import type { NotesAuthors } from '../../../shared/protocol/notes-messages.ts';
import { clockOf } from '../when.ts';
import { authorsOf, initialsOf } from './authors.ts';
import type { Surroundings } from './surroundings.ts';

export interface AuthorsMarginWishes {
  readonly fragment: Y.XmlFragment;
  /** Null: not to be shown. */
  readonly authors: () => NotesAuthors | null;
  readonly around: Pick<Surroundings, 'language' | 'nameOf' | 'onChange'>;
}

const SETTLES_MS = 250;
const INITIALS_SHOWN = 3;
const key = new PluginKey<DecorationSet>('authorsMargin');

const decorationsOf = (doc: Node, { fragment, authors, around }: AuthorsMarginWishes): DecorationSet => {
  const known = authors();
  if (known === null) return DecorationSet.empty;
  const written = authorsOf(fragment, known);
  const marks: Decoration[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name === 'table') return false;
    const { blockId, at } = node.attrs as { readonly blockId?: unknown; readonly at?: unknown };
    const seats = typeof blockId === 'string' ? (written.get(blockId) ?? []) : [];
    const names = seats.map((seat) => around.nameOf(seat)).filter((name) => name !== '');
    if (names.length === 0) return true;
    const time = typeof at === 'string' && /^\d+$/.test(at) ? clockOf(Number(at), around.language()) : '';
    const initials = names.slice(0, INITIALS_SHOWN).map(initialsOf).join(' ');
    marks.push(
      Decoration.node(pos, pos + node.nodeSize, {
        'data-authors': `${initials} ${time}`.trim(),
        title: `${names.join(', ')} ${time}`.trim(),
      }),
    );
    return true;
  });
  return DecorationSet.create(doc, marks);
};

export const authorsMargin = (wishes: AuthorsMarginWishes) =>
  Extension.create({
    name: 'authorsMargin',
    addProseMirrorPlugins: () => {
      let due: ReturnType<typeof setTimeout> | undefined;
      const drawSoon = (view: EditorView): void => {
        clearTimeout(due);
        due = setTimeout(() => {
          if (view.isDestroyed) return;
          if (view.composing) drawSoon(view);
          else
            view.dispatch(
              view.state.tr.setMeta(key, decorationsOf(view.state.doc, wishes)).setMeta('addToHistory', false),
            );
        }, SETTLES_MS);
      };
      return [
        new Plugin<DecorationSet>({
          key,
          state: {
            init: () => DecorationSet.empty,
            apply: (tr, before) => (tr.getMeta(key) as DecorationSet | undefined) ?? before.map(tr.mapping, tr.doc),
          },
          props: { decorations: (state) => key.getState(state) },
          view: (opened) => {
            let shown = wishes.authors();
            if (shown !== null) drawSoon(opened);
            const stop = wishes.around.onChange(() => {
              const now = wishes.authors();
              if (now === shown) return;
              shown = now;
              drawSoon(opened);
            });
            return {
              update: (view, { doc }) => {
                if (shown !== null && doc !== view.state.doc) drawSoon(view);
              },
              destroy: () => {
                clearTimeout(due);
                stop();
              },
            };
          },
        }),
      ];
    },
  });
