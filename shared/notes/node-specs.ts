/**
 * The board's typed blocks as plain node specs, so that the editor's nodes and the server's reading agree. Owns names, content and defaults;
 * must not know the classes that are made from them. Content is text only: one line, so a reading is never ambiguous.
 */
import { BLOCK_ATTRIBUTES, BLOCK_KINDS, type BlockKind } from './blocks.ts';

export interface BlockNodeSpec {
  readonly name: BlockKind;
  readonly group: 'block';
  readonly content: 'text*';
  /** Attribute → default; `blockId` is '' until the editor that made the block has named it. */
  readonly attributes: Readonly<Record<string, ''>>;
}

const specOf = (name: BlockKind): BlockNodeSpec => ({
  name,
  group: 'block',
  content: 'text*',
  attributes: Object.fromEntries(['blockId', ...BLOCK_ATTRIBUTES[name]].map((attribute) => [attribute, ''] as const)),
});

export const BLOCK_NODE_SPECS: readonly BlockNodeSpec[] = BLOCK_KINDS.map(specOf);

/** Ordinary nodes of the editor that are read as prose, each as a block of its own, and so carry a `blockId` too. */
const PROSE_NODES = ['paragraph', 'heading', 'codeBlock'] as const;

/** Every node type that carries a `blockId`. */
export const IDENTIFIED_NODES: readonly string[] = [...PROSE_NODES, ...BLOCK_KINDS];
