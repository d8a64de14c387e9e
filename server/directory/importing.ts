/**
 * Tables brought in: read and shown first, then written in pieces with progress. Owns the imports under way, each its starter's own, in memory
 * alone: what was only previewed is forgotten. Good rows do not wait for bad ones; nobody already here is changed unless the asker said so.
 */
import { setImmediate as breath } from 'node:timers/promises';
import type { DirectoryEntry, DirectoryOrganization, DirectoryPerson } from '../../shared/directory/entries.ts';
import { id as idOf, type AccountId, type DirectoryId } from '../../shared/kernel/ids.ts';
import type { LocalText } from '../../shared/kernel/language.ts';
import { Fault } from '../faults.ts';
import type { Clock, Mint } from '../ports.ts';
import type { DirectoryStore, KeptEntry } from '../ports/directory.ts';
import { columnsOf, FAULT_COLUMN } from './csv/columns.ts';
import { readTable, unguarded, type Encoding, type Separator, type TableFault } from './csv/read-table.ts';
import { readRow, type OrganizationRow, type PersonRow, type ReadRow, type RowFault } from './csv/rows.ts';
import { BYTE_ORDER_MARK, writeRows } from './csv/write-table.ts';
import { indexEntry } from './indexing/index-entry.ts';

export interface ImportedRow {
  readonly line: number;
  cells: readonly string[];
  row: ReadRow | null;
  faults: readonly RowFault[];
  /** Somebody here with the same mail address or identifier. */
  known: DirectoryId | null;
}

export const WHEN_KNOWN = ['skip', 'update', 'add'] as const;
export type WhenKnown = (typeof WHEN_KNOWN)[number];

export interface Import {
  readonly id: string;
  readonly by: AccountId;
  readonly kind: ReadRow['kind'];
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly headings: readonly string[];
  readonly columns: readonly (string | null)[];
  readonly rows: ImportedRow[];
  readonly touchedAt: number;
  state: 'preview' | 'running' | 'done' | 'failed';
  done: number;
  added: number;
  updated: number;
  skipped: number;
}

export interface Importing {
  read(
    kind: ReadRow['kind'],
    bytes: Uint8Array,
    by: AccountId,
  ): Promise<
    | { readonly ok: true; readonly job: Import }
    | { readonly ok: false; readonly code: TableFault; readonly line: number }
  >;
  find(id: string, by: AccountId): Import | null;
  /** One cell written anew, and its row read again. */
  mend(job: Import, line: number, column: string, text: string): Promise<void>;
  /** Begins to write at once; `find` tells how far it is, the promise that it ended. It never rejects: how it ended stands in the job. */
  start(job: Import, whenKnown: WhenKnown): Promise<void>;
  badRows(job: Import): string;
}

/** Rows of one transaction: fewer write the same pages of the indexes over and over, more make the workshops of the same server wait. */
const AT_ONCE = 250;
const FORGOTTEN_MS = 60 * 60_000;
const JOBS = 20;

const pieces = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

export const createImporting = (ports: {
  readonly store: DirectoryStore;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly onFault: (fault: unknown) => void;
}): Importing => {
  const { store, clock, mint } = ports;
  const jobs = new Map<string, Import>();

  const freshId = (): DirectoryId => idOf<DirectoryId>(mint.id());

  const readAgain = (job: Pick<Import, 'kind' | 'columns'>, row: ImportedRow): void => {
    const cells: Record<string, string> = {};
    job.columns.forEach((column, at) => {
      if (column !== null) cells[column] = unguarded(row.cells[at] ?? '');
    });
    const read = readRow(job.kind, cells);
    const tooMany = row.cells.slice(job.columns.length).some((cell) => cell.trim() !== '');
    row.faults = tooMany ? [...read.faults, { column: '', code: 'csv/tooManyCells' }] : read.faults;
    row.row = tooMany ? null : read.row;
  };

  const fail = (row: ImportedRow, column: string, code: RowFault['code']): void => {
    row.row = null;
    row.faults = [...row.faults, { column, code }];
  };

  /** What a row cannot know of itself: the same address twice, an id that is not here, somebody who is. */
  const compare = async (
    job: Pick<Import, 'kind'>,
    rows: readonly ImportedRow[],
    all: readonly ImportedRow[],
  ): Promise<void> => {
    const proofs = new Map<string, ImportedRow>();
    const proofsOf = (row: ReadRow): readonly string[] => [
      ...(row.id === null ? [] : [`id:${row.id}`]),
      ...row.externalIds.map(({ scheme, value }) => `1:${scheme}:${value}`),
      ...(row.kind === 'person' && row.email !== undefined ? [`2:${row.email.toLowerCase()}`] : []),
    ];
    for (const row of all) {
      for (const proof of row.row ? proofsOf(row.row) : []) {
        const first = proofs.get(proof);
        if (first && rows.includes(row))
          fail(row, proof.startsWith('2:') ? 'email' : (proof.split(':')[1] ?? ''), 'csv/sameAsRow');
        else if (!first) proofs.set(proof, row);
      }
    }
    for (const piece of pieces(rows, 500)) {
      const good = piece.flatMap((row) => (row.row ? [{ row, read: row.row }] : []));
      const ids = good.flatMap(({ read }) => read.id ?? []) as DirectoryId[];
      const here = new Map((await store.find(ids)).map(({ entry }) => [entry.id as string, entry.kind]));
      const owners = new Map(
        (
          await store.sharing(
            job.kind,
            good.flatMap(({ read }) => proofsOf(read)),
          )
        ).map(({ key, id }) => [key, id]),
      );
      for (const { row, read } of good) {
        if (read.id !== null && here.get(read.id) !== read.kind) fail(row, 'id', 'csv/unknownId');
        row.known = proofsOf(read).flatMap((proof) => owners.get(proof) ?? [])[0] ?? null;
      }
      await breath();
    }
  };

  /** The organizations that rows name, found or founded; a name in either language is enough. */
  const organizationsFor = async (rows: readonly PersonRow[], known: Map<string, DirectoryId>) => {
    const wanted = new Map<string, { readonly keys: readonly string[]; readonly entry: DirectoryOrganization }>();
    for (const { organization: name } of rows.flatMap(({ positions }) => positions)) {
      if (name === null || known.has(JSON.stringify(name)) || wanted.has(JSON.stringify(name))) continue;
      const entry: DirectoryOrganization = { kind: 'organization', id: freshId(), name, externalIds: [] };
      const { keys } = indexEntry(entry);
      // Who writes the abbreviation names the organization as well.
      const names = keys.filter((key) => key.startsWith('3:'));
      wanted.set(JSON.stringify(name), { keys: [...names, ...names.map((key) => `4${key.slice(1)}`)], entry });
    }
    const found = new Map<string, DirectoryId>();
    const all = [...wanted.values()].flatMap(({ keys }) => keys);
    for (const { key, id } of await store.sharing('organization', all)) if (!found.has(key)) found.set(key, id);
    const founded: DirectoryOrganization[] = [];
    for (const [text, { keys, entry }] of wanted) {
      const known1 = keys.flatMap((key) => found.get(key) ?? [])[0];
      known.set(text, known1 ?? entry.id);
      if (known1 !== undefined) continue;
      founded.push(entry);
      for (const key of keys) found.set(key, entry.id);
    }
    return founded;
  };

  const entryOf = (
    row: ReadRow,
    before: DirectoryEntry | null,
    organization: (name: LocalText) => DirectoryId | undefined,
  ): DirectoryEntry => {
    const id = before?.id ?? freshId();
    if (row.kind === 'organization') {
      const { id: _, ...fields } = row satisfies OrganizationRow;
      return { ...(before?.kind === 'organization' && before), ...fields, id };
    }
    const positions = row.positions.map(({ title, organization: name, ...period }) => {
      const at = name === null ? undefined : organization(name);
      return { title, ...(at !== undefined && { organization: at }), ...period };
    });
    const { id: _, positions: __, ...fields } = row;
    const old: Partial<DirectoryPerson> = before?.kind === 'person' ? before : {};
    return { ...old, ...fields, id, positions: positions.length > 0 ? positions : (old.positions ?? []) };
  };

  const writePiece = async (
    job: Import,
    rows: readonly ImportedRow[],
    whenKnown: WhenKnown,
    known: Map<string, DirectoryId>,
  ): Promise<void> => {
    const taken = rows.flatMap((row) => {
      const { row: read } = row;
      if (!read) return [];
      const target = read.id ?? (whenKnown === 'update' ? row.known : null);
      if (target === null && row.known !== null && whenKnown === 'skip') return [];
      return [{ read, target }];
    });
    const founded = await organizationsFor(
      taken.flatMap(({ read }) => (read.kind === 'person' ? [read] : [])),
      known,
    );
    const targets = taken.flatMap(({ target }) => target ?? []) as DirectoryId[];
    const before = new Map<string, KeptEntry>((await store.find(targets)).map((kept) => [kept.entry.id, kept]));
    const puts = taken.map(({ read, target }) => {
      const kept = target === null ? undefined : before.get(target);
      const entry = entryOf(read, kept?.entry ?? null, (name) => known.get(JSON.stringify(name)));
      return { indexed: indexEntry(entry), seen: kept?.version ?? null };
    });
    await store.write({
      puts: [...founded.map((entry) => ({ indexed: indexEntry(entry), seen: null })), ...puts],
      at: clock.now(),
    });
    job.added += puts.filter(({ seen }) => seen === null).length;
    job.updated += puts.filter(({ seen }) => seen !== null).length;
    job.skipped += rows.length - taken.length;
  };

  const run = async (job: Import, whenKnown: WhenKnown): Promise<void> => {
    const known = new Map<string, DirectoryId>();
    try {
      for (const piece of pieces(job.rows, AT_ONCE)) {
        await writePiece(job, piece, whenKnown, known);
        job.done += piece.length;
        await breath();
      }
      job.state = 'done';
    } catch (fault) {
      job.state = 'failed';
      if (!(fault instanceof Fault && fault.code === 'store/conflict')) ports.onFault(fault);
    }
  };

  const forgetOld = (): void => {
    for (const [key, job] of jobs) {
      const isOld = clock.now() - job.touchedAt > FORGOTTEN_MS || jobs.size >= JOBS;
      if (isOld && job.state !== 'running') jobs.delete(key);
    }
  };

  return {
    async read(kind, bytes, by) {
      const table = readTable(bytes);
      if (!table.ok) return table;
      const [head, ...body] = table.rows;
      const headings = head?.cells ?? [];
      const job: Import = {
        id: mint.id(),
        by,
        kind,
        encoding: table.encoding,
        separator: table.separator,
        headings,
        columns: columnsOf(kind, headings),
        rows: body.map(({ line, cells }) => ({ line, cells, row: null, faults: [], known: null })),
        touchedAt: clock.now(),
        state: 'preview',
        done: 0,
        added: 0,
        updated: 0,
        skipped: 0,
      };
      for (const piece of pieces(job.rows, 200)) {
        for (const row of piece) readAgain(job, row);
        await breath();
      }
      await compare(job, job.rows, job.rows);
      forgetOld();
      jobs.set(job.id, job);
      return { ok: true, job };
    },
    find(id, by) {
      const job = jobs.get(id);
      return job?.by === by ? job : null;
    },
    async mend(job, line, column, text) {
      const row = job.rows.find((one) => one.line === line);
      const at = job.columns.indexOf(column);
      if (!row || at === -1) return;
      row.cells = Array.from({ length: Math.max(row.cells.length, at + 1) }, (_, n) =>
        n === at ? text : (row.cells[n] ?? ''),
      );
      readAgain(job, row);
      await compare(job, [row], job.rows);
    },
    start(job, whenKnown) {
      job.state = 'running';
      return run(job, whenKnown);
    },
    badRows(job) {
      const bad = job.rows.filter(({ row }) => row === null);
      const said = ({ faults }: ImportedRow): string =>
        faults.map(({ column, code }) => `${column} ${code}`.trim()).join('; ');
      return (
        BYTE_ORDER_MARK +
        writeRows([
          [...job.headings, FAULT_COLUMN],
          ...bad.map((row) => [...job.headings.map((_, at) => row.cells[at] ?? ''), said(row)]),
        ])
      );
    },
  };
};
