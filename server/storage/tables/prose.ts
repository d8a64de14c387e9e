/** Yjs documents: updates, snapshots and what was put aside. */
import type { Bytes, Milliseconds } from './columns.ts';

interface ProseUpdatesTable {
  document: string;
  n: number;
  seat: string | null;
  at: Milliseconds;
  body: Bytes;
}

interface ProseSnapshotsTable {
  document: string;
  up_to: number;
  body: Bytes;
}

interface ProseQuarantineTable {
  document: string;
  n: number;
  kind: string;
  reason: string;
  at: Milliseconds;
  body: Bytes;
}

export interface ProseTables {
  prose_updates: ProseUpdatesTable;
  prose_snapshots: ProseSnapshotsTable;
  prose_quarantine: ProseQuarantineTable;
}
