/**
 * Gives every block its id and its moment. Owns naming in this browser only: what others made is theirs to name, and a duplicate is avoided by whoever pastes.
 * Warning: naming a paragraph redraws it, which would break a composition (Chinese input) in it; so it waits until the composition has ended.
 */
import { Extension } from '@tiptap/core';
import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { MOMENT_ATTRIBUTES } from '../../../shared/notes/blocks.ts';
import { IDENTIFIED_NODES } from '../../../shared/notes/node-specs.ts';
import type { Moment } from './surroundings.ts';

const identified = new Set(IDENTIFIED_NODES);
const key = new PluginKey('blockNames');

/** A random UUID; `crypto.randomUUID` itself is missing where the page is not served securely. */
const newBlockId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

const nameBlocks = (state: EditorState, moment: () => Moment): Transaction | null => {
  const naming = state.tr.setMeta('addToHistory', false);
  state.doc.descendants((node, at) => {
    if (!identified.has(node.type.name) || node.attrs['blockId'] !== '') return;
    naming.setNodeAttribute(at, 'blockId', newBlockId());
    for (const [name, value] of Object.entries(moment())) if (value !== '') naming.setNodeAttribute(at, name, value);
  });
  return naming.docChanged ? naming : null;
};

const renamed = (content: Fragment, taken: (name: string) => boolean): Fragment => {
  const nodes: Node[] = [];
  content.forEach((node) => {
    const inner = node.copy(renamed(node.content, taken));
    const name: unknown = node.attrs['blockId'];
    const again = typeof name === 'string' && name !== '' && taken(name);
    const anew = { ...node.attrs, blockId: '', at: null, offset: null };
    nodes.push(again ? node.type.create(anew, inner.content, node.marks) : inner);
  });
  return Fragment.fromArray(nodes);
};

export interface BlockNamesOptions {
  /** Whether a block of that name stands anywhere on the board. */
  taken: (name: string) => boolean;
  moment: () => Moment;
}

const momentAttribute = (name: string) => ({
  // Null, not '': an attribute that is not given costs nothing in the document.
  default: null,
  keepOnSplit: false,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`),
  renderHTML: (given: Record<string, unknown>) =>
    typeof given[name] === 'string' ? { [`data-${name}`]: given[name] } : {},
});

export const BlockNames = Extension.create<BlockNamesOptions>({
  name: 'blockNames',

  addOptions: () => ({ taken: () => false, moment: () => ({ at: '', offset: '' }) }),

  addGlobalAttributes() {
    return [
      {
        types: [...IDENTIFIED_NODES],
        attributes: {
          blockId: {
            default: '',
            keepOnSplit: false,
            parseHTML: (element) => element.getAttribute('data-block-id') ?? '',
            renderHTML: ({ blockId }) => (blockId === '' ? {} : { 'data-block-id': String(blockId) }),
          },
          ...Object.fromEntries(MOMENT_ATTRIBUTES.map((name) => [name, momentAttribute(name)] as const)),
        },
      },
    ];
  },

  addProseMirrorPlugins() {
    const { taken, moment } = this.options;
    let view: EditorView | null = null;
    return [
      new Plugin({
        key,
        view: (opened) => {
          view = opened;
          return { destroy: () => (view = null) };
        },
        appendTransaction: (transactions, _before, state) =>
          view?.composing === true || !transactions.some((one) => one.docChanged && !isChangeOrigin(one))
            ? null
            : nameBlocks(state, moment),
        props: {
          handleDOMEvents: {
            compositionend: (composed) => {
              // After ProseMirror has taken over what was composed.
              setTimeout(() => {
                if (composed.isDestroyed || composed.composing || !composed.editable) return;
                const naming = nameBlocks(composed.state, moment);
                if (naming !== null) composed.dispatch(naming);
              }, 100);
              return false;
            },
          },
          // A block that is moved keeps its name; one that is copied gets a new one.
          transformPasted: (slice, pastedInto) =>
            pastedInto.dragging?.move === true
              ? slice
              : new Slice(renamed(slice.content, taken), slice.openStart, slice.openEnd),
        },
      }),
    ];
  },
});
