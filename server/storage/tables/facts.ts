/** Workshops and their logs. */
import type { Milliseconds } from './columns.ts';

export interface WorkshopsTable {
  id: string;
  title: string;
  language: string;
  phase: string;
  starts_at: Milliseconds | null;
  ended_at: Milliseconds | null;
  created_at: Milliseconds;
  origin: string;
}

export interface EntriesTable {
  workshop: string;
  seq: number;
  at: Milliseconds;
  v: number;
  cause: string;
  body: string;
}

export interface FactsTables {
  workshops: WorkshopsTable;
  entries: EntriesTable;
}
