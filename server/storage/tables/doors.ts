/** The audit log, how long each kind is kept, and further keys of one seat. */
import type { Milliseconds } from './columns.ts';

export interface AuditTable {
  id: string;
  at: Milliseconds;
  door: string;
  action: string;
  outcome: string;
  code: string | null;
  workshop: string | null;
  organization: string | null;
  seat: string | null;
  account: string | null;
  target: string | null;
  request: string | null;
}

interface RetentionTable {
  /** An organization's id, or '' for the installation. */
  scope: string;
  kind: string;
  days: number;
}

/** A seat taken by a personal link is one seat on every device; each device has a key of its own. */
interface SeatKeysTable {
  token_hash: string;
  seat: string;
  browser_hash: string | null;
  created_at: Milliseconds;
}

export interface DoorsTables {
  audit: AuditTable;
  retention: RetentionTable;
  seat_keys: SeatKeysTable;
}
