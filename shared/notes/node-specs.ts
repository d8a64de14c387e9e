/**
 * The board's typed blocks as plain node specs, so that the editor's nodes and the server's reading agree. Owns names, content and defaults;
 * must not know the classes that are made from them. Content is text and mentions: one line, so a reading is never ambiguous.
 */
import { BLOCK_ATTRIBUTES, BLOCK_KINDS, type BlockKind } from './blocks.ts';

/** Content of a typed block. */
const LINE = '(text|mention)*';

export interface BlockNodeSpec {
  readonly name: BlockKind;
  readonly group: 'block';
  readonly content: typeof LINE;
  /** Attribute → default; `blockId` is '' until the editor that made the block has named it. Its moment is every block's and not listed. */
  readonly attributes: Readonly<Record<string, ''>>;
}

const specOf = (name: BlockKind): BlockNodeSpec => ({
  name,
  group: 'block',
  content: LINE,
  attributes: Object.fromEntries(['blockId', ...BLOCK_ATTRIBUTES[name]].map((attribute) => [attribute, ''] as const)),
});

export const BLOCK_NODE_SPECS: readonly BlockNodeSpec[] = BLOCK_KINDS.map(specOf);

/** Ordinary nodes of the editor that are read as prose, each as a block of its own, and so carry a `blockId` too. */
const PROSE_NODES = ['paragraph', 'heading', 'codeBlock'] as const;

/** Every node type that carries a `blockId` and its moment. */
export const IDENTIFIED_NODES: readonly string[] = [...PROSE_NODES, ...BLOCK_KINDS];

/** A person or organization named within a line: `of` is 'person' or 'organization', `ref` the id, `label` the name as it was shown to the author. */
export const MENTION = { name: 'mention', attributes: { of: '', ref: '', label: '' } } as const;

export type MentionOf = 'person' | 'organization';
export const isMentionOf = (of: unknown): of is MentionOf => of === 'person' || of === 'organization';
