/** Everything that stands behind a piece, as one text: what the facts gave and give, its other language, the words of its blocks. */
import type { Block, Board } from '../notes/blocks.ts';
import type { Piece } from './working-copy.ts';

/** Not its ids and times of making, whose digits would stand behind any number. */
const SILENT: ReadonlySet<string> = new Set(['id', 'kind', 'item', 'person', 'owner', 'file', 'place', 'at', 'offset']);

const wordsOf = (block: Block): string =>
  Object.entries(block)
    .filter(([key, value]) => typeof value === 'string' && !SILENT.has(key))
    .map(([, value]) => String(value))
    .join(' ');

/** `others`: the pieces of the other language. */
export const evidenceOf = (piece: Piece, others: readonly Piece[], board: Board): string => {
  const blocks = board.blocks.filter((block) => piece.sources.includes(`block:${block.id}`));
  return [
    piece.given ?? '',
    piece.seen ?? '',
    ...others.filter((one) => one.key === piece.key).map((one) => one.text),
    ...blocks.map(wordsOf),
  ].join(' ');
};
