/**
 * What the directory asks of a database. It is told by what an entry is found, sorted and compared; it need not know names, scripts or
 * pinyin. Owns no behaviour.
 */
import type { DirectoryEntry, DirectoryKind } from '../../shared/directory/entries.ts';
import type { AccountId, DirectoryId, FileId, Instant, PersonId, WorkshopId } from '../../shared/kernel/ids.ts';

/** A word by which an entry is found; of two that are found, the heavier comes first. */
export interface Token {
  readonly token: string;
  readonly weight: number;
}

/** An entry with all that the database must know about it. */
export interface IndexedEntry {
  readonly entry: DirectoryEntry;
  readonly sort: { readonly latin: string; readonly pinyin: string };
  readonly tokens: readonly Token[];
  /** Two entries that share one may be one and the same; its first character says how likely, '1' most. */
  readonly keys: readonly string[];
}

export interface KeptEntry {
  readonly entry: DirectoryEntry;
  /** Counts its changes from 1; who writes says which version was seen. */
  readonly version: number;
  readonly changedAt: Instant;
}

/** What somebody did to the directory and may take back: the entries as they were before. */
export interface DirectoryAct {
  readonly id: string;
  readonly at: Instant;
  readonly by: AccountId;
  readonly kind: 'merged' | 'removed';
  /** The entry that is gone, and the one it went into. */
  readonly gone: DirectoryEntry;
  readonly into: { readonly before: DirectoryEntry; readonly versionAfter: number } | null;
  /** Others that named the one that is gone, as they were. */
  readonly repointed: readonly { readonly before: DirectoryEntry; readonly versionAfter: number }[];
  readonly undoneAt: Instant | null;
}

/** What a workshop's speaker said about themselves, offered to the directory. */
export interface Suggestion {
  readonly id: string;
  readonly workshop: WorkshopId;
  readonly person: PersonId;
  readonly at: Instant;
  /** The entry it is about; null when the roster was not copied from one. */
  readonly about: DirectoryId | null;
  /** The roster's entry and the organizations it names, as JSON of shared/'s types. */
  readonly body: string;
}

export interface DirectoryWrite {
  /** `seen` is the version that the writer knew; null for a new entry. */
  readonly puts: readonly { readonly indexed: IndexedEntry; readonly seen: number | null }[];
  readonly removes?: readonly { readonly id: DirectoryId; readonly seen: number }[];
  readonly at: Instant;
  readonly act?: DirectoryAct;
  /** Marks this act as taken back; a Fault 'store/conflict' when it was already. */
  readonly undoes?: string;
  /** Settles this suggestion; a Fault 'store/conflict' when it is settled already. */
  readonly settles?: string;
}

export interface DirectorySearch {
  readonly kind: DirectoryKind;
  /** Each must begin some token of the entry, or of an organization it names. */
  readonly terms: readonly string[];
  readonly organization?: DirectoryId | undefined;
  readonly sort: 'latin' | 'pinyin';
  readonly offset: number;
  readonly limit: number;
}

export interface DirectoryStore {
  /** All of it or nothing. A Fault 'store/conflict' when somebody changed an entry since it was seen. */
  write(change: DirectoryWrite): Promise<void>;
  find(ids: readonly DirectoryId[]): Promise<readonly KeptEntry[]>;
  search(search: DirectorySearch): Promise<{ readonly total: number; readonly found: readonly KeptEntry[] }>;
  /** All of a kind in order, a page at a time: `after` is the last id of the page before. */
  page(kind: DirectoryKind, after: DirectoryId | null, limit: number): Promise<readonly KeptEntry[]>;
  count(kind: DirectoryKind): Promise<number>;
  /** Entries that name this organization. */
  naming(organization: DirectoryId): Promise<readonly KeptEntry[]>;
  /** Who has one of these keys. */
  sharing(
    kind: DirectoryKind,
    keys: readonly string[],
  ): Promise<readonly { readonly key: string; readonly id: DirectoryId }[]>;
  /** Pairs that share a key and were not told apart, the likeliest first, with the first key they share. */
  pairs(
    kind: DirectoryKind,
    limit: number,
  ): Promise<readonly { readonly a: DirectoryId; readonly b: DirectoryId; readonly key: string }[]>;
  /** These two are not one and the same; said once, they are never suggested again. */
  tellApart(a: DirectoryId, b: DirectoryId, by: AccountId, at: Instant): Promise<void>;
  acts(limit: number): Promise<readonly DirectoryAct[]>;
  findAct(id: string): Promise<DirectoryAct | null>;
  /** One open suggestion for a person of a workshop: a later one takes the place of the earlier. */
  suggest(suggestion: Suggestion): Promise<void>;
  suggestions(limit: number): Promise<readonly Suggestion[]>;
  findSuggestion(id: string): Promise<Suggestion | null>;
  dismiss(suggestion: string): Promise<boolean>;
  /** Forgets what could be taken back of acts before this instant, and who said what about themselves. Answers how many. */
  forgetBefore(at: Instant): Promise<number>;
  /** Of these portraits, which nothing stored names any more: no entry, and nothing that can still be taken back. */
  unnamed(portraits: readonly FileId[]): Promise<readonly FileId[]>;
}

/** Portraits of the directory's people: made anew on arrival, under random names. Who may see one is asked where it is asked for. */
export interface Portraits {
  keep(
    body: Uint8Array,
  ): Promise<
    | { readonly ok: true; readonly portrait: FileId }
    | { readonly ok: false; readonly code: 'file/tooLarge' | 'file/notAPicture' | 'file/tooManyPixels' }
  >;
  open(portrait: FileId): Promise<{ readonly path: string; readonly mediaType: 'image/webp' } | null>;
  /** Gone for good; a portrait that is not there is gone already. */
  drop(portrait: FileId): Promise<void>;
  /** Those that were written before this instant, unfinished ones among them. */
  keptBefore(at: Instant): Promise<readonly FileId[]>;
}
