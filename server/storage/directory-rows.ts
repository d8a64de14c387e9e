/** How the directory's rows read as what its port speaks of, and back. */
import type { DirectoryEntry } from '../../shared/directory/entries.ts';
import type { AccountId, DirectoryId, Instant, PersonId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { DirectoryAct, KeptEntry, Suggestion } from '../ports/directory.ts';
import type { DirectoryTables } from './tables/directory.ts';

export const toKept = (
  row: Pick<DirectoryTables['directory_entries'], 'body' | 'version' | 'changed_at'>,
): KeptEntry => ({
  entry: JSON.parse(row.body) as DirectoryEntry,
  version: row.version,
  changedAt: row.changed_at as Instant,
});

export const actRow = ({ id, at, by, kind, undoneAt, ...body }: DirectoryAct): DirectoryTables['directory_acts'] => ({
  id,
  at,
  by,
  kind,
  body: JSON.stringify(body),
  undone_at: undoneAt,
});

export const toAct = (row: DirectoryTables['directory_acts']): DirectoryAct => ({
  id: row.id,
  at: row.at as Instant,
  by: row.by as AccountId,
  kind: row.kind as DirectoryAct['kind'],
  undoneAt: row.undone_at as Instant | null,
  ...(JSON.parse(row.body) as Pick<DirectoryAct, 'gone' | 'into' | 'repointed'>),
});

export const toSuggestion = (row: DirectoryTables['directory_suggestions']): Suggestion => ({
  id: row.id,
  workshop: row.workshop as WorkshopId,
  person: row.person as PersonId,
  at: row.at as Instant,
  about: row.about as DirectoryId | null,
  body: row.body,
});
