/** A document's text without its form: for search, teasers and counting. Must not know where it is used. */
import type { Block, ListItem, Photo, Span } from './document.ts';

const textOfSpans = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('');

const textOfItem = ({ spans, below }: ListItem): string =>
  [textOfSpans(spans), ...(below ? below.items.map(textOfItem) : [])].join('\n');

const textOfBlock = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return textOfSpans(block.spans);
    case 'list':
      return block.items.map(textOfItem).join('\n');
    case 'table':
      return [...(block.head ? [block.head] : []), ...block.rows]
        .map((row) => row.map(textOfSpans).join(' '))
        .join('\n');
    case 'photo':
      return [block.caption, block.credit].filter((one) => one !== null).join('\n');
    case 'rule':
      return '';
  }
};

export const textOfBlocks = (blocks: readonly Block[]): string =>
  blocks
    .map(textOfBlock)
    .filter((text) => text !== '')
    .join('\n');

export const photosOf = (blocks: readonly Block[]): readonly Photo[] =>
  blocks.filter((block) => block.kind === 'photo');
