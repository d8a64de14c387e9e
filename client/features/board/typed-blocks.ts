/** The typed blocks as the editor's nodes, made from shared/notes' specs so that editor and server agree. Owns their keys and their HTML; not their look. */
import { Node, type Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { BLOCK_KINDS, type BlockKind } from '../../../shared/notes/blocks.ts';
import { BLOCK_NODE_SPECS, type BlockNodeSpec } from '../../../shared/notes/node-specs.ts';
import type { BoardBlock } from '../room/panel-events.ts';
import { BlockView } from './block-view.ts';
import type { Surroundings } from './surroundings.ts';

const KINDS: ReadonlySet<string> = new Set(BLOCK_KINDS);

export const kindAtCaret = (editor: Editor): BlockKind | null => {
  const { name } = editor.state.selection.$from.parent.type;
  return KINDS.has(name) ? (name as BlockKind) : null;
};

const dashed = (name: string): string => `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const attributeOf = (name: string) =>
  [
    name,
    {
      default: '',
      parseHTML: (element: HTMLElement) => element.getAttribute(dashed(name)) ?? '',
      renderHTML: (given: Record<string, unknown>) =>
        given[name] === '' ? {} : { [dashed(name)]: String(given[name]) },
    },
  ] as const;

const isEmptyHere = (editor: Editor, name: string): boolean => {
  const { $from, empty } = editor.state.selection;
  return empty && $from.parent.type.name === name && $from.parent.content.size === 0;
};
const isAtStart = (editor: Editor, name: string): boolean => {
  const { $from, empty } = editor.state.selection;
  return empty && $from.parent.type.name === name && $from.parentOffset === 0;
};

const nodeOf = (spec: BlockNodeSpec, around: Surroundings) =>
  Node.create({
    name: spec.name,
    group: spec.group,
    content: spec.content,
    defining: true,
    // `blockId` is block-names.ts's.
    addAttributes: () =>
      Object.fromEntries(
        Object.keys(spec.attributes)
          .filter((name) => name !== 'blockId')
          .map(attributeOf),
      ),
    parseHTML: () => [{ tag: `div[data-block-kind="${spec.name}"]` }],
    renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-block-kind': spec.name }, 0],
    addNodeView: () => (given) => new BlockView(spec.name, given, around),
    addKeyboardShortcuts: () => ({
      // An empty typed block is left as one leaves an empty list item.
      Enter: ({ editor }) => isEmptyHere(editor, spec.name) && editor.commands.setNode('paragraph'),
      Backspace: ({ editor }) => isAtStart(editor, spec.name) && editor.commands.setNode('paragraph'),
      // Into this block's own fields; the browser would go to the first fields of the page.
      Tab: ({ editor }) => {
        const { $from } = editor.state.selection;
        if ($from.parent.type.name !== spec.name) return false;
        const place = editor.view.nodeDOM($from.before());
        const field =
          place instanceof HTMLElement ? place.querySelector<HTMLElement>('[data-field]:not(:disabled)') : null;
        field?.focus();
        return field !== null;
      },
    }),
  });

export const typedBlocks = (around: Surroundings) => BLOCK_NODE_SPECS.map((spec) => nodeOf(spec, around));

/** What a new block of this kind holds beside its text: what was said is by whoever has the floor. */
export const presetOf = (kind: BlockKind, around: Pick<Surroundings, 'holder'>): Record<string, string> =>
  kind === 'statement' || kind === 'quote' || kind === 'keyPoint' || kind === 'suggestion'
    ? { person: around.holder() ?? '' }
    : {};

/** Makes the block at the caret one of this kind, or ordinary text again when it is one already. */
export const toggleBlock = (editor: Editor, kind: BlockKind, around: Pick<Surroundings, 'holder'>): boolean => {
  editor.view.focus();
  return kindAtCaret(editor) === kind
    ? editor.commands.setNode('paragraph')
    : editor.commands.setNode(kind, presetOf(kind, around));
};

/** A block that is written already, at the end of the section; the caret stays where one writes. */
export const appendWritten = (
  editor: Editor,
  { kind, text, attributes }: Pick<BoardBlock, 'kind' | 'text' | 'attributes'>,
): boolean => {
  const { doc, schema } = editor.state;
  const type = schema.nodes[kind];
  if (type === undefined || !editor.isEditable) return false;
  const { lastChild } = doc;
  const isEmptyLine = lastChild?.type.name === 'paragraph' && lastChild.content.size === 0;
  const at = doc.content.size - (isEmptyLine ? lastChild.nodeSize : 0);
  editor.view.dispatch(editor.state.tr.insert(at, type.create({ ...attributes }, schema.text(text))));
  return true;
};

/** A new block of this kind at the end of the section, with the caret in it. An empty last line becomes it. */
export const appendBlock = (editor: Editor, kind: BlockKind, attributes: Record<string, string>): void => {
  const { doc, schema } = editor.state;
  const type = schema.nodes[kind];
  if (type === undefined) return;
  const { lastChild } = doc;
  const emptyLine = lastChild?.type.name === 'paragraph' && lastChild.content.size === 0 ? lastChild : null;
  const from = doc.content.size - (emptyLine?.nodeSize ?? 0);
  const change = editor.state.tr.replaceWith(from, doc.content.size, type.create(attributes));
  change.setSelection(TextSelection.create(change.doc, from + 1)).scrollIntoView();
  editor.view.dispatch(change);
  editor.view.focus();
};
