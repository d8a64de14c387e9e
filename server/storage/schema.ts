/** The tables, as kysely sees them; one schema for SQLite and PostgreSQL. Instants are integers (ms), JSON is text. */
import type { ColumnType } from 'kysely';

/** PostgreSQL answers bigint as a string unless told otherwise; the adapter tells it. */
type Milliseconds = number;
type Bytes = ColumnType<Uint8Array | ArrayBuffer, Uint8Array, Uint8Array>;

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

export interface LinksTable {
  id: string;
  workshop: string;
  role: string;
  secret_hash: string;
  created_at: Milliseconds;
  revoked_at: Milliseconds | null;
}

export interface SeatsTable {
  seat: string;
  workshop: string;
  link: string;
  token_hash: string;
  created_at: Milliseconds;
}

export interface SecretsTable {
  name: string;
  secret: string;
}

export interface ProseUpdatesTable {
  document: string;
  n: number;
  seat: string | null;
  at: Milliseconds;
  body: Bytes;
}

export interface ProseSnapshotsTable {
  document: string;
  up_to: number;
  body: Bytes;
}

export interface ProseQuarantineTable {
  document: string;
  n: number;
  kind: string;
  reason: string;
  at: Milliseconds;
  body: Bytes;
}

export interface FilesTable {
  id: string;
  workshop: string;
  media_type: string;
  width: number;
  height: number;
  bytes: number;
  uploaded_by: string | null;
  at: Milliseconds;
}

export interface Tables {
  workshops: WorkshopsTable;
  entries: EntriesTable;
  links: LinksTable;
  seats: SeatsTable;
  secrets: SecretsTable;
  prose_updates: ProseUpdatesTable;
  prose_snapshots: ProseSnapshotsTable;
  prose_quarantine: ProseQuarantineTable;
  files: FilesTable;
}
