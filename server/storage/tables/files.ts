/** Photos. */
import type { Milliseconds } from './columns.ts';

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

export interface FilesTables {
  files: FilesTable;
}
