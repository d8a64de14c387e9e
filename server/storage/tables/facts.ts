/** Workshops and their logs. */
import type { Generated } from 'kysely';
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
  /** Who owns it, and who founded it; neither is a fact of the workshop. */
  organization: string | null;
  created_by: string | null;
  ends_at: Milliseconds | null;
  stage: Generated<string>;
  /** 0 or 1. */
  archived: Generated<number>;
  /** As JSON; '' where nothing was written since lists know of it. */
  glance: Generated<string>;
}

export interface EntriesTable {
  workshop: string;
  seq: number;
  at: Milliseconds;
  v: number;
  cause: string;
  body: string;
}

/** The ballot box of an anonymous poll: counts of each value and nothing else, as JSON; gone once the poll is closed. */
export interface BallotBoxesTable {
  workshop: string;
  poll: string;
  counts: string;
}

export interface FactsTables {
  workshops: WorkshopsTable;
  entries: EntriesTable;
  ballot_boxes: BallotBoxesTable;
}
