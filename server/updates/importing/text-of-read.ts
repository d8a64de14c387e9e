/** The text of blocks that were read, before their pictures are known. */
import { textOfBlocks } from '../../../shared/document/text.ts';
import type { ReadBlock } from '../texts/html-blocks.ts';

export const textOfRead = (blocks: readonly ReadBlock[]): string =>
  textOfBlocks(blocks.filter((block) => block.kind !== 'picture'));
