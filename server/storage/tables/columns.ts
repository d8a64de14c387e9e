/** Types of columns that both engines share. */
import type { ColumnType } from 'kysely';

/** PostgreSQL answers bigint as a string unless told otherwise; the adapter tells it. */
export type Milliseconds = number;
export type Bytes = ColumnType<Uint8Array | ArrayBuffer, Uint8Array, Uint8Array>;
