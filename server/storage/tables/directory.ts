/** The directory: entries, by what they are found and compared, who names whom, and what was done to them. */
import type { Milliseconds } from './columns.ts';

interface EntriesTable {
  id: string;
  kind: string;
  body: string;
  version: number;
  changed_at: Milliseconds;
  sort_latin: string;
  sort_pinyin: string;
}

interface TokensTable {
  kind: string;
  token: string;
  entry: string;
  weight: number;
}

interface KeysTable {
  kind: string;
  key: string;
  entry: string;
}

/** `holder` names the organization `target`. */
interface ReferencesTable {
  kind: string;
  holder: string;
  target: string;
}

interface ApartTable {
  a: string;
  b: string;
  by: string;
  at: Milliseconds;
}

interface ActsTable {
  id: string;
  at: Milliseconds;
  by: string;
  kind: string;
  body: string;
  undone_at: Milliseconds | null;
}

interface SuggestionsTable {
  id: string;
  workshop: string;
  person: string;
  at: Milliseconds;
  about: string | null;
  body: string;
}

export interface DirectoryTables {
  directory_entries: EntriesTable;
  directory_tokens: TokensTable;
  directory_keys: KeysTable;
  directory_references: ReferencesTable;
  directory_apart: ApartTable;
  directory_acts: ActsTable;
  directory_suggestions: SuggestionsTable;
}
