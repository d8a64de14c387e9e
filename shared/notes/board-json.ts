/**
 * Writes blocks as a board's JSON, for a workshop that was held elsewhere and is imported with its notes. The inverse of read-board.ts for
 * every block with text. Must not know Yjs or the editor.
 */
import {
  BLOCK_ATTRIBUTES,
  FRAGMENT_GENERAL,
  type Block,
  type Board,
  type BoardJson,
  type ProseNode,
} from './blocks.ts';

const attributesOf = (block: Block): Record<string, string> => {
  const attributes: Record<string, string> = { blockId: block.id };
  if (block.at !== undefined) attributes['at'] = String(block.at);
  if (block.offset !== undefined) attributes['offset'] = String(block.offset);
  if (block.kind === 'prose') return attributes;
  const given: Readonly<Record<string, unknown>> = { ...block };
  for (const name of BLOCK_ATTRIBUTES[block.kind]) {
    const value = given[name];
    attributes[name] = typeof value === 'string' ? value : value === true ? 'yes' : '';
  }
  return attributes;
};

const nodeOf = (block: Block): ProseNode => ({
  type: block.kind === 'prose' ? 'paragraph' : block.kind,
  attrs: attributesOf(block),
  content: block.text === '' ? [] : [{ type: 'text', text: block.text }],
});

export const boardJson = (board: Board): BoardJson => {
  const fragments = new Map<string, ProseNode[]>();
  for (const block of board.blocks) {
    const name = block.item ?? FRAGMENT_GENERAL;
    const nodes = fragments.get(name) ?? [];
    nodes.push(nodeOf(block));
    fragments.set(name, nodes);
  }
  return Object.fromEntries([...fragments].map(([name, content]) => [name, { type: 'doc', content }] as const));
};
