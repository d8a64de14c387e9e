/** The directory over HTTP: typed asks and their answers. Owns the paths and shapes; must not know the screen. */
import * as z from 'zod/mini';
import type { DirectoryKind } from '../../shared/directory/entries.ts';
import type { DirectoryId, FileId } from '../../shared/kernel/ids.ts';
import { ownEntryWish } from '../../shared/protocol/own-entry-schemas.ts';
import { directoryEntry, keptEntry, type DirectoryWish } from '../../shared/protocol/entry-schemas.ts';
import { fileId } from '../../shared/protocol/text-schemas.ts';
import { ask, post, read, type Answer } from './http.ts';

const listed = z.object({ total: z.number(), entries: z.array(keptEntry), organizations: z.array(keptEntry) });
const table = z.object({
  id: z.string(),
  kind: z.enum(['person', 'organization']),
  state: z.enum(['preview', 'running', 'done', 'failed']),
  columns: z.array(z.object({ heading: z.string(), column: z.nullable(z.string()) })),
  total: z.number(),
  good: z.number(),
  known: z.number(),
  done: z.number(),
  added: z.number(),
  updated: z.number(),
  skipped: z.number(),
  bad: z.array(
    z.object({
      line: z.number(),
      cells: z.record(z.string(), z.string()),
      faults: z.array(z.object({ column: z.string(), code: z.string() })),
    }),
  ),
});

const REASONS = ['sameIdentifier', 'sameEmail', 'sameName', 'soundsAlike', 'nearName'] as const;
export type Listed = z.infer<typeof listed>;
export type KeptEntry = z.infer<typeof keptEntry>;
export type TableImport = z.infer<typeof table>;
export type TableKind = TableImport['kind'];
export type WhenKnown = 'skip' | 'update' | 'add';
const AT = '/api/directory';
const sending = (method: string, body: unknown): RequestInit => ({ ...post(body), method });

export const searchDirectory = async (search: {
  readonly kind: DirectoryKind;
  readonly q: string;
  readonly sort: 'latin' | 'pinyin';
  readonly offset: number;
  readonly limit?: number;
  /** Only who names this one. */
  readonly organization?: DirectoryId;
}): Promise<Answer<Listed>> => {
  const query = new URLSearchParams(Object.entries(search).map(([key, value]) => [key, String(value)]));
  return read(listed, await ask(`${AT}/entries?${query.toString()}`));
};

const entryAt = (id: DirectoryId): string => `${AT}/entries/${encodeURIComponent(id)}`;

export const readEntry = async (id: DirectoryId): Promise<Answer<Listed>> => read(listed, await ask(entryAt(id)));

export const addEntry = async (entry: DirectoryWish): Promise<Answer<KeptEntry>> =>
  read(keptEntry, await ask(`${AT}/entries`, post(entry)));

export const changeEntry = async (id: DirectoryId, entry: DirectoryWish, version: number): Promise<Answer<KeptEntry>> =>
  read(keptEntry, await ask(entryAt(id), sending('PUT', { entry, version })));

export const removeEntry = async (id: DirectoryId, version: number): Promise<Answer<unknown>> =>
  read(z.unknown(), await ask(`${AT}/removals`, post({ id, version })));

export const sendPortrait = async (picture: Blob): Promise<Answer<{ readonly portrait: FileId }>> =>
  read(
    z.object({ portrait: fileId }),
    await ask(`${AT}/portraits`, {
      method: 'POST',
      // A picture whose type the browser does not know is looked at all the same.
      headers: { 'content-type': picture.type.startsWith('image/') ? picture.type : 'image/unknown' },
      body: picture,
    }),
  );

export const portraitPath = (portrait: FileId): string => `${AT}/portraits/${portrait}`;

const pairs = z.object({
  pairs: z.array(z.object({ a: keptEntry, b: keptEntry, reason: z.enum(REASONS) })),
  organizations: z.array(keptEntry),
});
export type Duplicates = z.infer<typeof pairs>;
export type Pair = Duplicates['pairs'][number];

const act = z.object({
  id: z.string(),
  at: z.number(),
  kind: z.enum(['merged', 'removed']),
  gone: directoryEntry,
  into: z.nullable(directoryEntry),
  undoneAt: z.nullable(z.number()),
});
export type Act = z.infer<typeof act>;

export const readDuplicates = async (kind: TableKind): Promise<Answer<Duplicates>> =>
  read(pairs, await ask(`${AT}/duplicates?kind=${kind}`));

export const tellApart = async (a: DirectoryId, b: DirectoryId): Promise<Answer<unknown>> =>
  read(z.unknown(), await ask(`${AT}/duplicates/apart`, post({ a, b })));

const seenOf = ({ entry, version }: KeptEntry) => ({ id: entry.id, version });

export const mergeEntries = async (into: KeptEntry, gone: KeptEntry, merged: DirectoryWish): Promise<Answer<Act>> =>
  read(act, await ask(`${AT}/merges`, post({ into: seenOf(into), gone: seenOf(gone), merged })));

export const readActs = async (): Promise<Answer<{ readonly acts: readonly Act[] }>> =>
  read(z.object({ acts: z.array(act) }), await ask(`${AT}/acts`));

export const undoAct = async (id: string): Promise<Answer<{ readonly left: number }>> =>
  read(z.object({ left: z.number() }), await ask(`${AT}/acts/${encodeURIComponent(id)}/undo`, post({})));

const suggestions = z.object({
  suggestions: z.array(
    z.object({
      id: z.string(),
      at: z.number(),
      workshop: z.nullable(z.object({ en: z.optional(z.string()), 'zh-Hans': z.optional(z.string()) })),
      about: z.nullable(keptEntry),
      said: ownEntryWish,
    }),
  ),
  organizations: z.array(keptEntry),
});
export type Suggestions = z.infer<typeof suggestions>;
export type OneSuggestion = Suggestions['suggestions'][number];

export const readSuggestions = async (): Promise<Answer<Suggestions>> =>
  read(suggestions, await ask(`${AT}/suggestions`));

const suggestionAt = (id: string): string => `${AT}/suggestions/${encodeURIComponent(id)}`;

export const acceptSuggestion = async (
  id: string,
  entry: DirectoryWish,
  version: number | null,
): Promise<Answer<KeptEntry>> => read(keptEntry, await ask(`${suggestionAt(id)}/accept`, post({ entry, version })));

export const dismissSuggestion = async (id: string): Promise<Answer<unknown>> =>
  read(z.unknown(), await ask(`${suggestionAt(id)}/dismiss`, post({})));

export const bringTable = async (kind: TableKind, file: Blob): Promise<Answer<TableImport>> =>
  read(
    table,
    await ask(`${AT}/imports?kind=${kind}`, { method: 'POST', headers: { 'content-type': 'text/csv' }, body: file }),
  );

const importAt = (id: string): string => `${AT}/imports/${encodeURIComponent(id)}`;

export const readImport = async (id: string): Promise<Answer<TableImport>> => read(table, await ask(importAt(id)));

export const mendCell = async (id: string, line: number, column: string, text: string): Promise<Answer<TableImport>> =>
  read(table, await ask(importAt(id), sending('PATCH', { line, column, text })));

export const startImport = async (id: string, whenKnown: WhenKnown): Promise<Answer<TableImport>> =>
  read(table, await ask(`${importAt(id)}/start`, post({ whenKnown })));

export const badRowsPath = (id: string): string => `${importAt(id)}/bad-rows.csv`;
export const tablePath = (kind: TableKind): string => `${AT}/table.csv?kind=${kind}`;
