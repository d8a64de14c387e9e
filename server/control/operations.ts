/** What the command line can do with an installation, whether it speaks to a running server or opens the store itself. */
import type { WorkshopId } from '../../shared/kernel/ids.ts';
import type { Role } from '../../shared/workshop/roles.ts';
import type { WorkshopSummary } from '../ports.ts';
import type { Backup } from './backup.ts';
import type { Purged } from '../privacy/purge.ts';
import type { FolderImport } from '../updates/importing/folder-import.ts';
import type { Import, ImportMode } from '../workshops/import.ts';

export interface Operations {
  list(): Promise<readonly WorkshopSummary[]>;
  /** With links for the usual roles when it succeeds. */
  importFile(text: string, mode: ImportMode): Promise<Imported>;
  /** The workshop's file as text; null: no such workshop. */
  exportFile(workshop: WorkshopId): Promise<string | null>;
  /** A fresh link that makes the first administrator; null when there is one. */
  administratorLink(): Promise<string | null>;
  /** A link by which the account of this address signs in once; null when there is none. */
  signInLink(email: string): Promise<string | null>;
  /** A copy of everything in an empty folder of this machine. */
  backup(to: string): Promise<Backup>;
  /** Removes what is older than it is kept; how many of each kind. */
  purge(): Promise<Purged>;
  /** An archive of program updates; `progress` is told each step. */
  readonly importUpdates: FolderImport;
}

export type Imported =
  | { readonly ok: true; readonly workshop: WorkshopId; readonly links: readonly { role: Role; url: string }[] }
  | Exclude<Import, { ok: true }>;
