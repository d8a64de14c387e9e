/** How sections of boards stood at some times. */
import type { Bytes, Milliseconds } from './columns.ts';

interface BoardHistoryTable {
  document: string;
  fragment: string;
  at: Milliseconds;
  /** JSON: who had written since the version before. */
  seats: string;
  /** Ids of the pictures that the packed body names, one a line: a picture that can come back is not thrown away. */
  files: string;
  body: Bytes;
}

export interface BoardHistoryTables {
  board_history: BoardHistoryTable;
}
