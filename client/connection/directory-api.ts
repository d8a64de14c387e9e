/** The directory over HTTP: typed asks and their answers. Owns the paths and shapes; must not know the screen. */
import * as z from 'zod/mini';
import type { DirectoryKind } from '../../shared/directory/entries.ts';
import { keptEntry } from '../../shared/protocol/entry-schemas.ts';
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

export type Listed = z.infer<typeof listed>;
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
}): Promise<Answer<Listed>> => {
  const query = new URLSearchParams({ ...search, offset: String(search.offset) });
  return read(listed, await ask(`${AT}/entries?${query.toString()}`));
};

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
