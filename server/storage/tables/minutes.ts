/** The board as minutes had it when they were sent out for corrections, and when they were approved. */
import type { Milliseconds } from './columns.ts';

interface MinutesVersionsTable {
  workshop: string;
  seq: number;
  at: Milliseconds;
  phase: string;
  /** JSON. */
  board: string;
}

export interface MinutesTables {
  minutes_versions: MinutesVersionsTable;
}
